/** A value of the server as it arrives in JSON: instants are ISO 8601 texts. */
export type Serialized<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Serialized<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Serialized<Value[Key]> }
      : Value;
