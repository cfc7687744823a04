import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readMessages, reviewMessage } from '../../../../src/use-cases/messages';
import { buildMessage, buildTranslation } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

let story: TestPorts;
beforeEach(async () => {
  story = await openTestPorts({
    content: {
      messages: [
        buildMessage({
          translations: {
            fr: buildTranslation({ reviewState: 'approved', isPublished: true }),
            bm: buildTranslation({ language: 'bm', title: 'Taama', body: 'I ka kunnafoniw ɲini.' }),
          },
        }),
      ],
    },
  });
});
afterEach(() => story.close());

const step = (action: 'submit' | 'approve' | 'return', what = {}) =>
  reviewMessage(story.ports, {
    documentId: 'message-MSG-1',
    language: 'bm',
    action,
    note: '',
    by: 'user:reviewer',
    ...what,
  });
const statuses = async () => (await readMessages(story.ports))[0]?.statuses;

describe('the review of a translation', () => {
  it('goes from draft to approved, and is stale once the French text changes', async () => {
    expect(await step('submit')).toEqual({ kind: 'moved', state: 'in-review' });
    expect(await step('approve')).toEqual({ kind: 'moved', state: 'approved' });
    expect(await statuses()).toEqual({ fr: 'published', bm: 'approved', snk: 'missing' });

    const [message] = story.content.messages;
    const french = message?.translations.fr;
    if (message === undefined || french === undefined) throw new Error('The message is gone.');
    story.content.messages = [
      { ...message, translations: { ...message.translations, fr: { ...french, body: 'Autre.' } } },
    ];
    expect((await statuses())?.bm).toBe('stale');
  });

  it('keeps what it was translated from when it is returned', async () => {
    await step('submit');
    const before = story.content.messages[0]?.translations.bm?.translatedFrom;
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    await step('return', { note: 'Le titre.' });
    expect(story.content.messages[0]?.translations.bm).toMatchObject({
      reviewState: 'returned',
      translatedFrom: before,
    });
  });

  it('refuses a step that is not next, and changes nothing', async () => {
    expect(await step('approve')).toMatchObject({
      kind: 'refused',
      refusals: [{ kind: 'not-from-here' }],
    });
    expect(await statuses()).toMatchObject({ bm: 'draft' });
  });

  it('knows only messages that exist', async () => {
    expect(await step('submit', { documentId: 'nowhere' })).toEqual({ kind: 'not-found' });
  });

  it('tells the journal which step, never the words of the note', async () => {
    await step('submit');
    await step('return', { note: 'Appelez Awa au 70 00 00 00.' });
    const rows: unknown = await story.knex('ops_journal').select();
    expect(JSON.stringify(rows)).toContain('message-return');
    expect(JSON.stringify(rows)).not.toContain('Awa');
  });
});

describe('the table of messages', () => {
  it('names what is missing and what the public sees', async () => {
    story.content.messages = [buildMessage({ helpContact: '', translations: {} })];
    expect(await readMessages(story.ports)).toEqual([
      {
        documentId: 'message-MSG-1',
        code: 'MSG-1',
        title: '',
        themeCode: null,
        statuses: { fr: 'missing', bm: 'missing', snk: 'missing' },
        publishedLanguages: [],
        missing: [{ kind: 'help-contact-missing' }],
      },
    ]);
  });
});
