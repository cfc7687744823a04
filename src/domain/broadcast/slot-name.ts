const UUID = /^([0-9a-f]{8})-[0-9a-f-]{27}$/;

/**
 * The first eight letters of a slot's identifier: what a page of a hundred slots needs to tell them apart. The rest is
 * chance, which no line can pack any smaller.
 */
export function shortSlotName(slotId: string): string {
  return UUID.exec(slotId)?.[1] ?? slotId;
}

/** The one slot that a name means, short or whole; null when none is meant, or more than one. */
export function slotNamed<Slot extends { readonly id: string }>(
  name: string,
  slots: readonly Slot[],
): Slot | null {
  const found = slots.filter(({ id }) => id === name || shortSlotName(id) === name);
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}
