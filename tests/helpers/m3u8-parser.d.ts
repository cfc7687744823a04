/** The part of the reader that the tests use; the package brings no types. */
declare module 'm3u8-parser' {
  export class Parser {
    push(text: string): void;
    end(): void;
    readonly manifest: {
      readonly segments: readonly {
        readonly uri: string;
        readonly title?: string;
        readonly duration: number;
      }[];
    };
  }
}
