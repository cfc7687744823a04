/** The people who work at the desk, by the name that the stores know them by: `user:<id>`. */
export interface People {
  /** What each is called; who left the desk is not in it. */
  namesOf(people: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Everybody who may sign in now, by name. */
  everybody(): Promise<readonly { readonly person: string; readonly name: string }[]>;
  /** The address of somebody who still works here and may read the alerts; null otherwise. */
  addressForAlerts(person: string): Promise<string | null>;
}
