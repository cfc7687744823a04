/** A script for the browser, as it was built: its name bears the hash of its content. */
export type ClientScript = {
  readonly name: string;
  /** Hexadecimal SHA-256 of the content. */
  readonly sha256: string;
  readonly content: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
};

/** The scripts of the pages outside the admin. Every page works without them. */
export interface ClientScripts {
  /** The script of a room's pages and its service worker; null when they were not built. */
  of(room: string): { readonly page: ClientScript; readonly worker: ClientScript } | null;
}
