import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  answerRumour,
  hearAgain,
  noteRumour,
  readRumours,
  verifyRumour,
} from '../../../../src/use-cases/outreach';
import { buildAiring, buildMessage, buildSpot, buildZone } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

let story: TestPorts;
beforeEach(async () => {
  story = await openTestPorts({
    now: '2026-12-01T10:00:00Z',
    content: {
      zones: [buildZone({ code: 'KAYES', name: 'Kayes' })],
      messages: [buildMessage({ code: 'MSG-1' })],
      spots: [buildSpot({ code: '0042', messageCode: 'MSG-1' })],
    },
  });
});
afterEach(() => story.close());

const DRAFT = {
  kind: 'rumour',
  text: 'Le bateau part sans danger.',
  language: 'bm',
  risk: 'medium',
} as const;
const HEARD = { day: '2026-12-01', heardOn: 'assembly', zoneCode: 'KAYES' } as const;

async function noted(): Promise<string> {
  const answer = await noteRumour(story.ports, DRAFT, HEARD, 'user:1');
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.value.id;
}

const ANSWER = {
  text: 'C’est faux : la mer tue.',
  source: 'OIM, rapport 2025',
  messageCode: 'MSG-1',
  spotCode: null,
};

describe('the way of a rumour', () => {
  it('goes from heard to aired, and back when the airing is corrected away', async () => {
    const id = await noted();
    expect((await hearAgain(story.ports, id, HEARD, 'user:1')).ok).toBe(true);
    expect((await verifyRumour(story.ports, id, 'high', 'user:2')).ok).toBe(true);
    expect((await answerRumour(story.ports, id, ANSWER, 'user:2')).ok).toBe(true);
    expect(await readRumours(story.ports)).toMatchObject([
      { state: 'answered', hearings: 2, zones: ['Kayes'], airings: 0, rumour: { risk: 'high' } },
    ]);

    const aired = buildAiring({
      id: 'a1',
      idempotencyKey: 'a1',
      stationCode: 'KAY',
      spotCode: '0042',
      slotId: null,
      outcome: 'unplanned',
      airedAt: new Date('2026-12-02T07:00:00Z'),
    });
    await story.ports.airings.add(aired);
    expect(await readRumours(story.ports)).toMatchObject([
      { state: 'aired', airings: 1, stations: 1, lastAiredAt: aired.airedAt },
    ]);

    await story.ports.airings.add({
      ...aired,
      id: 'a2',
      idempotencyKey: 'a2',
      outcome: 'missed',
      airedAt: null,
      missedReason: 'power',
      supersedes: 'a1',
    });
    expect(await readRumours(story.ports)).toMatchObject([{ state: 'answered', airings: 0 }]);
  });

  it('writes nothing that leads to a person, and the journal never repeats the words', async () => {
    const refused = await noteRumour(
      story.ports,
      { ...DRAFT, text: 'Demande à Moussa au 70 12 34 56' },
      HEARD,
      'user:1',
    );
    expect(refused).toMatchObject({ refusals: [{ kind: 'names-somebody' }] });
    expect(await story.ports.rumours.all()).toEqual([]);
    await noted();
    expect(JSON.stringify(await story.knex('ops_journal'))).not.toContain('bateau');
  });

  it('does not let the slower of two people overwrite the quicker', async () => {
    const id = await noted();
    const before = await story.ports.rumours.byId(id);
    if (before === null) throw new Error('It is not there.');
    await hearAgain(story.ports, id, HEARD, 'user:1');
    expect(await story.ports.rumours.save({ ...before, revision: before.revision + 1 })).toBe(
      false,
    );
    expect((await story.ports.rumours.byId(id))?.hearings).toHaveLength(2);
  });

  it('says by name what is not there', async () => {
    expect(await verifyRumour(story.ports, 'nowhere', 'low', 'user:2')).toMatchObject({
      refusals: [{ kind: 'rumour-not-found' }],
    });
  });
});
