import { describe, expect, it } from 'vitest';

import type { NotTakenBackReason, PostRefusal } from '../../../src/domain/social';
import { DELIVERY_STATES } from '../../../src/domain/social';
import {
  deliveryStateSentence,
  notTakenBackSentence,
  postRefusalSentence,
  verdictRefusalSentence,
} from '../../../src/wording/social';

const BAMAKO = 'Africa/Bamako';
const sentence = (refusal: PostRefusal) => postRefusalSentence(refusal, BAMAKO);

describe('what a person reads of a post', () => {
  it('tells by how much a text is too long, for which network and in which language', () => {
    expect(
      sentence({
        kind: 'too-long',
        network: 'simulator',
        language: 'bm',
        weight: 300,
        maximum: 280,
      }),
    ).toBe(
      'Le texte en bambara est trop long pour le mur de simulation : 300 signes comptés, 280 au plus.',
    );
  });

  it('tells until when it could have gone out, in the zone of the campaign', () => {
    const refusal = {
      kind: 'due-in-past',
      dueAt: new Date('2026-12-01T23:30:00Z'),
      deadline: new Date('2026-12-02T00:30:00Z'),
    } as const;
    expect(sentence(refusal)).toContain('jusqu’au 02/12/2026 à 0 h 30');
    expect(postRefusalSentence(refusal, 'Europe/Paris')).toContain('jusqu’au 02/12/2026 à 1 h 30');
  });

  it('tells every reason why a person in it holds it back', () => {
    expect(
      sentence({
        kind: 'held-back',
        language: 'snk',
        reasons: [{ kind: 'withdrawn' }, { kind: 'guardian-missing' }],
      }),
    ).toBe(
      'Retenue en soninké. Le consentement a été retiré. L’accord du parent ou du tuteur manque.',
    );
  });

  it('has a sentence of its own for every state and for every reason why something stays out', () => {
    const reasons: readonly NotTakenBackReason[] = [
      'in-flight',
      'not-settled',
      'network-silent',
      'network-refused',
      'not-found',
    ];
    const sentences = [
      ...DELIVERY_STATES.map(deliveryStateSentence),
      ...reasons.map(notTakenBackSentence),
    ];
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.every((text) => /^\p{Lu}.+\.$/u.test(text))).toBe(true);
  });

  it('tells until when to wait before sending again', () => {
    const until = new Date('2026-12-01T12:01:20Z');
    expect(verdictRefusalSentence({ kind: 'too-early', until }, BAMAKO)).toContain('12 h 01');
  });
});
