import type { LanguageStatus } from '../../../domain/messages';
import type { Language } from '../../../domain/shared';

/** A message in one language, as its review needs it. */
export type LanguageOfMessage = {
  readonly documentId: string;
  readonly messageCode: string;
  readonly language: Language;
  readonly status: LanguageStatus;
  readonly onMoved: () => Promise<void>;
};
