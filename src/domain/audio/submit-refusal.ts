/** Why an upload was not taken in. Nothing of it is kept. */
export type SubmitRefusal =
  | { readonly kind: 'unknown-spot'; readonly spotCode: string }
  | { readonly kind: 'empty' }
  /** The very file of a protected witness came back as something else. */
  | { readonly kind: 'same-as-protected' }
  | { readonly kind: 'too-large'; readonly maximumBytes: number };
