/** Why an upload was not taken in. Nothing of it is kept. */
export type SubmitRefusal =
  | { readonly kind: 'unknown-spot'; readonly spotCode: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly maximumBytes: number };
