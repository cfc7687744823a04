/** The name of an organisation as it is compared: composed letters, single blanks. */
export function ownerName(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** Whether the owner of an account is one of the campaign's partners. Names of partners are never twice the same. */
export function isOwnedByPartner(
  { owner }: { readonly owner: string },
  partners: readonly { readonly name: string }[],
): boolean {
  const wanted = ownerName(owner);
  return partners.some(({ name }) => ownerName(name) === wanted);
}

export type OwnerChange = { readonly from: string; readonly to: string };

type NamedRow = { readonly id: number | string; readonly name: string };

/** Which partners bear another name than before: their accounts go with them. A row keeps its number when it is edited. */
export function renamedPartners(
  before: readonly NamedRow[],
  after: readonly NamedRow[],
): readonly OwnerChange[] {
  return after.flatMap(({ id, name }) => {
    const old = before.find((row) => String(row.id) === String(id));
    return old === undefined || old.name === name ? [] : [{ from: old.name, to: name }];
  });
}
