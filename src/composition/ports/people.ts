/** The people who sign in to the desk, by `user:<id>`. */
export interface People {
  /** How colleagues call them; who is gone is left out. */
  names(people: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The address of somebody who still works here and may read the alerts; null otherwise. */
  addressForAlerts(person: string): Promise<string | null>;
}
