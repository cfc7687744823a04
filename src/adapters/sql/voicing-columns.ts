import type { Voicing, VoicingKind } from '../../domain/audio';

type Columns = { voicing: VoicingKind; actor_reference: string | null };

/** A re-voiced row without its actor cannot be: read as the witness's own, it stays in. */
export function toVoicing({ voicing, actor_reference }: Columns): Voicing {
  return voicing === 're-voiced' && actor_reference !== null
    ? { kind: voicing, actorReference: actor_reference }
    : { kind: 'original' };
}

export function fromVoicing(voicing: Voicing): Columns {
  return {
    voicing: voicing.kind,
    actor_reference: voicing.kind === 're-voiced' ? voicing.actorReference : null,
  };
}
