/** The answer of a rule: either the next thing, or every reason why not. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

/** Wraps the value of a rule that was met. */
export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Names the reasons of a rule that was not met, most important first. */
export function refuse<Refusal>(
  first: Refusal,
  ...others: Refusal[]
): { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] } {
  return { ok: false, refusals: [first, ...others] };
}

/** Turns a list of reasons into a result: no reason means the value holds. */
export function acceptUnless<Value, Refusal>(
  value: Value,
  refusals: readonly Refusal[],
): Result<Value, Refusal> {
  const [first, ...others] = refusals;
  return first === undefined ? accept(value) : refuse(first, ...others);
}
