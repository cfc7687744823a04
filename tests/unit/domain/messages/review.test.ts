import { describe, expect, it } from 'vitest';

import {
  canonicalText,
  isStale,
  languageStatus,
  missingBalance,
  REVIEW_ACTIONS,
  REVIEW_STATES,
  reviewMessageText,
  reviewTransition,
  stateAfterEdit,
} from '../../../../src/domain/messages';
import { buildMessage, buildTranslation } from '../../../helpers/builders';

describe('the steps of a review', () => {
  it('are these and no others', () => {
    const steps = REVIEW_STATES.flatMap((state) =>
      REVIEW_ACTIONS.flatMap((action) => {
        const next = reviewTransition(state, action);
        return next.ok ? [`${state} -${action}-> ${next.value}`] : [];
      }),
    );
    expect(steps).toEqual([
      'draft -submit-> in-review',
      'in-review -approve-> approved',
      'in-review -return-> returned',
      'approved -return-> returned',
      'returned -submit-> in-review',
    ]);
  });

  it('name the state that forbids them', () => {
    expect(reviewTransition('draft', 'approve')).toEqual({
      ok: false,
      refusals: [{ kind: 'not-from-here', state: 'draft', action: 'approve' }],
    });
  });
});

describe('the review of a message', () => {
  const inReview = (what = {}) =>
    buildMessage({ translations: { fr: buildTranslation({ reviewState: 'in-review' }) }, ...what });

  it('approves a message that names its source and its help contact', () => {
    expect(reviewMessageText(inReview(), 'fr', { action: 'approve', note: '' })).toEqual({
      ok: true,
      value: 'approved',
    });
  });

  it('does not approve what names neither', () => {
    const bare = inReview({ factsSource: ' ', helpContact: '' });
    expect(reviewMessageText(bare, 'fr', { action: 'approve', note: '' })).toEqual({
      ok: false,
      refusals: [{ kind: 'facts-source-missing' }, { kind: 'help-contact-missing' }],
    });
    expect(missingBalance(bare)).toHaveLength(2);
  });

  it('lets a draft be submitted before its source is known', () => {
    const early = buildMessage({ factsSource: '' });
    expect(reviewMessageText(early, 'fr', { action: 'submit', note: '' }).ok).toBe(true);
  });

  it('takes no language without a text', () => {
    const refusal = { ok: false, refusals: [{ kind: 'text-missing', language: 'bm' }] };
    expect(reviewMessageText(buildMessage(), 'bm', { action: 'submit', note: '' })).toEqual(
      refusal,
    );
    const blank = buildTranslation({ language: 'bm', body: ' \n' });
    const message = buildMessage({ translations: { fr: buildTranslation(), bm: blank } });
    expect(reviewMessageText(message, 'bm', { action: 'submit', note: '' })).toEqual(refusal);
  });

  it('takes no translation of a French text that is not there', () => {
    const orphan = buildMessage({ translations: { snk: buildTranslation({ language: 'snk' }) } });
    expect(reviewMessageText(orphan, 'snk', { action: 'submit', note: '' })).toEqual({
      ok: false,
      refusals: [{ kind: 'french-missing' }],
    });
  });

  it('returns a text only with a note that says what to mend', () => {
    expect(reviewMessageText(inReview(), 'fr', { action: 'return', note: ' ' })).toEqual({
      ok: false,
      refusals: [{ kind: 'note-missing' }],
    });
    const returned = reviewMessageText(inReview(), 'fr', { action: 'return', note: 'La source ?' });
    expect(returned).toEqual({ ok: true, value: 'returned' });
  });
});

describe('an edit', () => {
  const approved = buildTranslation({
    reviewState: 'approved',
    body: 'Ne partez pas sans savoir.',
  });

  it('voids what the reviewer said of the old words', () => {
    expect(stateAfterEdit(approved, { ...approved, body: 'Partez.' })).toBe('draft');
  });

  it('keeps it when no reader could tell the difference', () => {
    const sameWords = { ...approved, body: '  Ne partez\n pas sans  savoir. ' };
    expect(stateAfterEdit(approved, sameWords)).toBe('approved');
    expect(canonicalText({ ...approved, title: 'e\u0301' })).toBe(
      canonicalText({ ...approved, title: '\u00e9' }),
    );
  });

  it('does not take words moved from one field to the next for the same text', () => {
    const one = { title: 'a b', body: 'c', callToAction: '' };
    const other = { title: 'a', body: 'b c', callToAction: '' };
    expect(canonicalText(one)).not.toBe(canonicalText(other));
  });
});

describe('where a message stands', () => {
  const bambara = buildTranslation({
    language: 'bm',
    reviewState: 'approved',
    translatedFrom: 'old',
    isPublished: true,
  });

  it('is stale once the French text changed, whatever else it is', () => {
    const message = buildMessage({ translations: { fr: buildTranslation(), bm: bambara } });
    expect(languageStatus(message, 'new')).toEqual({ fr: 'draft', bm: 'stale', snk: 'missing' });
    expect(languageStatus(message, 'old').bm).toBe('published');
  });

  it('is stale when the French text was deleted', () => {
    expect(isStale(bambara, null)).toBe(true);
  });

  it('the French text is never stale', () => {
    expect(isStale(buildTranslation({ translatedFrom: 'old' }), 'new')).toBe(false);
  });

  it('a text edited after it was published is a draft again', () => {
    const edited = buildTranslation({ reviewState: 'draft', isPublished: true });
    expect(languageStatus(buildMessage({ translations: { fr: edited } }), 'any').fr).toBe('draft');
  });

  it('approved and not yet on show is approved', () => {
    const waiting = buildTranslation({ reviewState: 'approved' });
    const message = buildMessage({ translations: { fr: waiting } });
    expect(languageStatus(message, 'any').fr).toBe('approved');
  });
});
