import { readVoicing, type Voicing, type VoicingRefusal } from '../../domain/audio';
import { queryValue } from '../shared';
import type { DeskContext } from './route';

/** Whose voice a file sent in one go carries: a field of the form, or of the address where the body is the sound. */
export function saidVoicing(ctx: DeskContext): Voicing | VoicingRefusal {
  const form: unknown = ctx.request.body;
  const said = (name: string): string | null => {
    const field = isFields(form) ? form[name] : undefined;
    // Anything but one text is no word of ours, and is refused as such.
    if (field !== undefined) return typeof field === 'string' ? field : '?';
    return queryValue(ctx, name);
  };
  return readVoicing(said('voicing'), said('actorReference'));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
