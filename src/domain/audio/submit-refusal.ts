/** Why an upload was not taken in. Nothing of it is kept. */
export type SubmitRefusal =
  | { readonly kind: 'unknown-spot'; readonly spotCode: string }
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'file-too-large'; readonly maximumBytes: number };
