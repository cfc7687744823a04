import type { Manifest, ManifestFile } from '../../../domain/delivery';
import type { CalendarDay } from '../../../domain/shared';

/** Where a list leads. Inside a bundle a sound lies beside the list: its link is its bare file name. */
export type DoorLinks = {
  readonly soundUrl: (file: ManifestFile) => string;
  readonly feedUrl: string;
  readonly pageUrl: string;
  readonly bundleUrl: string;
};

/** The same manifest, links and question give the same bytes: the ETag is their hash. */
export type DoorAnswer = {
  readonly mediaType: string;
  readonly fileName: string;
  readonly body: Buffer | string;
};

/** One way to write a manifest. A list for the whole range of days ignores what is asked. */
export type DoorFormat = {
  /** Part of its address: lower case, digits, `-` and `.`. */
  readonly code: string;
  /** In French, as a station reads it. */
  readonly name: string;
  write(
    manifest: Manifest,
    links: DoorLinks,
    asked: { readonly day?: CalendarDay; readonly hour?: number },
  ): DoorAnswer | Promise<DoorAnswer>;
};
