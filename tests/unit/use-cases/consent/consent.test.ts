import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ConsentDraft } from '../../../../src/domain/consent';
import {
  approveConsent,
  readHolds,
  recordConsent,
  withdrawConsent,
} from '../../../../src/use-cases/consent';
import { buildPost, buildSpot } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

const DRAFT: ConsentDraft = {
  subject: { kind: 'spot', code: '0042' },
  reference: 'YEELEN-2026-0007',
  voices: 'minor',
  channels: ['radio', 'web'],
  languages: ['fr'],
  isAidIndependent: true,
  hasChildAgreed: true,
  hasGuardianAgreed: true,
  expiresOn: '2027-06-30',
};

let story: TestPorts;
beforeEach(async () => {
  story = await openTestPorts({
    content: {
      spots: [buildSpot({ voices: 'minor' }), buildSpot({ code: '0043' })],
      posts: [buildPost({ depicts: 'adult', texts: { fr: 'Un', bm: 'Kelen' } })],
    },
  });
});
afterEach(() => story.close());

const record = async (what: Partial<ConsentDraft> = {}) => {
  const answer = await recordConsent(story.ports, { ...DRAFT, ...what, by: 'user:journalist' });
  if (answer.kind !== 'recorded') throw new Error(JSON.stringify(answer.refusals));
  return answer.consent.id;
};
const spotHolds = async () =>
  (await readHolds(story.ports)).filter(({ subject }) => subject.kind === 'spot');

describe('a child’s voice', () => {
  it('is held back until a second person approved the consent, and again once it is withdrawn', async () => {
    expect(await spotHolds()).toMatchObject([
      { channel: 'radio', reasons: [{ kind: 'no-consent' }] },
      { channel: 'web', reasons: [{ kind: 'no-consent' }] },
    ]);
    const consentId = await record();
    expect(await spotHolds()).toMatchObject([
      { reasons: [{ kind: 'second-approver-missing' }] },
      { reasons: [{ kind: 'second-approver-missing' }] },
    ]);
    expect(await approveConsent(story.ports, { consentId, by: 'user:journalist' })).toEqual({
      kind: 'same-person',
    });
    expect(await approveConsent(story.ports, { consentId, by: 'user:manager' })).toEqual({
      kind: 'approved',
    });
    expect(await approveConsent(story.ports, { consentId, by: 'user:other' })).toEqual({
      kind: 'already-approved',
    });
    expect(await spotHolds()).toEqual([]);

    const withdraw = () => withdrawConsent(story.ports, { consentId, by: 'user:manager' });
    expect(await withdraw()).toEqual({ kind: 'withdrawn', notTakenBack: 0 });
    expect(await withdraw()).toEqual({ kind: 'already-withdrawn', notTakenBack: 0 });
    expect(await spotHolds()).toMatchObject([
      { reasons: [{ kind: 'withdrawn' }] },
      { reasons: [{ kind: 'withdrawn' }] },
    ]);
  });

  it('is not freed by an approval after the withdrawal', async () => {
    const consentId = await record();
    await withdrawConsent(story.ports, { consentId, by: 'user:manager' });
    expect(await approveConsent(story.ports, { consentId, by: 'user:manager' })).toEqual({
      kind: 'withdrawn',
    });
  });
});

describe('the list of what is held back', () => {
  it('names each language of a post', async () => {
    const posts = (await readHolds(story.ports)).filter(({ subject }) => subject.kind === 'post');
    expect(posts.map(({ channel, language }) => [channel, language])).toEqual([
      ['social', 'fr'],
      ['social', 'bm'],
    ]);
  });

  it('leaves out what shows nobody', async () => {
    const codes = (await spotHolds()).map(({ subject }) => subject.code);
    expect(codes).not.toContain('0043');
  });
});

describe('recording', () => {
  it('is refused for a spot that does not exist', async () => {
    const subject = { kind: 'spot', code: '9999' } as const;
    expect(await recordConsent(story.ports, { ...DRAFT, subject, by: 'user:1' })).toEqual({
      kind: 'refused',
      refusals: [{ kind: 'unknown-subject', subject }],
    });
  });

  it('is refused with every reason, and leaves nothing', async () => {
    const draft = { ...DRAFT, reference: '', channels: [], by: 'user:1' };
    expect(await recordConsent(story.ports, draft)).toMatchObject({
      kind: 'refused',
      refusals: [{ kind: 'reference-missing' }, { kind: 'channels-missing' }],
    });
    expect(await story.ports.consents.all()).toEqual([]);
  });

  it('counts days in the campaign’s zone', async () => {
    story.clock.set('2026-11-24T23:30:00Z');
    story.content.campaign = { ...story.content.campaign, timeZone: 'Asia/Kolkata' };
    const answer = await recordConsent(story.ports, {
      ...DRAFT,
      expiresOn: '2026-11-25',
      by: 'user:1',
    });
    expect(answer).toMatchObject({
      refusals: [{ kind: 'expiry-in-the-past', today: '2026-11-25' }],
    });
  });

  it('does not tell the journal the number of the form', async () => {
    await record();
    const rows: unknown = await story.knex('ops_journal').select();
    expect(JSON.stringify(rows)).not.toContain(DRAFT.reference);
  });

  it('knows only consents that exist', async () => {
    const unknown = { consentId: 'nowhere', by: 'user:1' };
    expect(await approveConsent(story.ports, unknown)).toEqual({ kind: 'not-found' });
    expect(await withdrawConsent(story.ports, unknown)).toEqual({ kind: 'not-found' });
  });
});
