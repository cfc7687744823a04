import { LIMIT_RANGES, limitsWith, type LimitSettings } from '../../domain/audio';
import { limitRefusalSentence } from '../../wording/audio';
import { refuseDocument, type DocumentCall } from './document-call';
import { soundCheckDocument } from './parse-documents';

type Threshold = { readonly value?: unknown; readonly source?: unknown };

/**
 * A threshold stays within what makes sense of it, since the check would else refuse everything, or nothing; and it names its
 * source, which Strapi asks for at the first writing only.
 */
export function checkSoundCheckDocument({ params }: DocumentCall): void {
  const data = params.data ?? {};
  // What cannot be read, the schema refuses in its own words.
  const parsed = soundCheckDocument.safeParse(data);
  const settings: LimitSettings = parsed.success ? parsed.data : {};
  const limits = limitsWith(settings);
  if (!limits.ok) refuseDocument(limits.refusals.map(limitRefusalSentence).join(' '));
  const set = Object.keys(LIMIT_RANGES).flatMap((limit) => (data[limit] as Threshold | null) ?? []);
  if (set.some(({ source }) => typeof source !== 'string' || source.trim() === '')) {
    refuseDocument('Indiquez d’où vient chaque seuil : une norme, une mesure, avec sa date.');
  }
}
