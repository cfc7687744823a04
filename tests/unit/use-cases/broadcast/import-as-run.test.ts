import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  confirmAiring,
  confirmDay,
  importAsRun,
  previewAsRun,
  type AsRunPreview,
} from '../../../../src/use-cases/broadcast';
import { buildSpot } from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from './broadcast-story';

const DAY = '2026-12-01';
const LOG = `Start Time,End Time,Title,Creator
2026-12-01 07:05:12,2026-12-01 07:05:42,"0042 Partir, c'est aussi savoir",Yeelen
2026-12-01 07:09:00,2026-12-01 07:13:00,Moffou,Salif Keita
2026-12-01 12:40:00,2026-12-01 12:40:30,"0042 Partir, c'est aussi savoir",Yeelen
2026-12-01 15:00:00,2026-12-01 15:00:30,"0042 Partir, c'est aussi savoir",Yeelen
2026-12-01 16:00:00,2026-12-01 16:00:30,0099 Inconnu,Yeelen
`;

let story: TestPorts;
let slots: string[];
beforeEach(async () => {
  story = await openBroadcastStory();
  slots = [];
  for (const time of ['07:00', '12:00', '18:00']) slots.push(await planOne(story, DAY, time));
  story.clock.set('2026-12-02T09:00:00Z');
});
afterEach(() => story.close());

const bytes = (text: string) => new TextEncoder().encode(text);
async function preview(text = LOG): Promise<AsRunPreview> {
  const seen = await previewAsRun(story.ports, { stationCode: 'KAY', content: bytes(text) });
  if (seen.kind !== 'preview') throw new Error(seen.kind);
  return seen;
}
const write = async (text = LOG, fingerprint?: string) =>
  importAsRun(story.ports, {
    stationCode: 'KAY',
    content: bytes(text),
    fingerprint: fingerprint ?? (await preview(text)).fingerprint,
    by: 'user:7',
  });
const kinds = async (text = LOG) =>
  (await preview(text)).matches.map((match) =>
    match.kind === 'unmatched' ? match.reason : match.kind,
  );

describe('a preview', () => {
  it('says line by line what would happen, and writes nothing', async () => {
    expect(await kinds()).toEqual(['confirms', 'no-code', 'confirms', 'unplanned', 'unknown-spot']);
    expect(await story.ports.airings.all()).toEqual([]);
  });

  it('of no station, and of no log', async () => {
    const content = bytes(LOG);
    expect(await previewAsRun(story.ports, { stationCode: 'ZZZ', content })).toEqual({
      kind: 'not-found',
    });
    expect(
      await previewAsRun(story.ports, {
        stationCode: 'KAY',
        content: new Uint8Array([80, 75, 3, 4]),
      }),
    ).toEqual({ kind: 'unreadable', refusal: { kind: 'workbook' } });
  });
});

describe('an import', () => {
  it('writes what the preview showed, as a log proves it', async () => {
    expect(await write()).toMatchObject({ kind: 'imported', added: 3, skipped: 0 });
    const ledger = await story.ports.airings.current('KAY');
    expect(
      ledger.map(({ slotId, outcome, airedAt, evidence, durationSeconds, saidBy }) => [
        slots.indexOf(slotId ?? ''),
        outcome,
        airedAt?.toISOString().slice(11, 16),
        evidence,
        durationSeconds,
        saidBy,
      ]),
    ).toEqual([
      [0, 'aired', '07:05', 'imported', 30, 'user:7'],
      [1, 'aired-at-another-time', '12:40', 'imported', 30, 'user:7'],
      [-1, 'unplanned', '15:00', 'imported', 30, 'user:7'],
    ]);
  });

  it('of the same file adds nothing, nor does a longer one that holds it', async () => {
    const { fingerprint } = await preview();
    await write();
    expect(await write(LOG, fingerprint)).toMatchObject({ kind: 'imported', added: 0 });
    const longer = `${LOG}2026-12-01 18:10:00,2026-12-01 18:10:30,0042 Partir,Yeelen\n`;
    expect(await write(longer)).toMatchObject({ kind: 'imported', added: 1 });
    expect(await story.ports.airings.all()).toHaveLength(4);
  });

  it('twice at once adds once', async () => {
    const { fingerprint } = await preview();
    await Promise.all([write(LOG, fingerprint), write(LOG, fingerprint)]);
    expect(await story.ports.airings.all()).toHaveLength(3);
  });

  it('proves better what the station said, and keeps its word', async () => {
    await confirmDay(story.ports, {
      stationCode: 'KAY',
      day: DAY,
      saidBy: 'station:KAY',
      evidence: 'page',
    });
    expect(await kinds()).toEqual([
      'strengthens',
      'no-code',
      'strengthens',
      'unplanned',
      'unknown-spot',
    ]);
    await write();
    const grades = (await story.ports.airings.current('KAY')).map(({ evidence }) => evidence);
    expect(grades.sort()).toEqual(['imported', 'imported', 'imported', 'page']);
    expect(await story.ports.airings.all()).toHaveLength(6);
  });

  it('does not overrule "not aired"', async () => {
    await confirmAiring(story.ports, {
      slotId: slots[0] ?? '',
      stationCode: 'KAY',
      outcome: 'missed',
      missedReason: 'transmitter',
      idempotencyKey: 'transmitter-1',
      saidBy: 'station:KAY',
      evidence: 'page',
    });
    expect((await kinds())[0]).toBe('contradicts');
    await write();
    expect(await story.ports.airings.currentOfSlot(slots[0] ?? '')).toMatchObject({
      outcome: 'missed',
    });
  });

  it('is refused when the ledger moved since the preview', async () => {
    const { fingerprint } = await preview();
    await confirmDay(story.ports, {
      stationCode: 'KAY',
      day: DAY,
      saidBy: 'station:KAY',
      evidence: 'page',
    });
    expect((await write(LOG, fingerprint)).kind).toBe('changed');
    expect(await story.ports.airings.all()).toHaveLength(3);
  });

  it('finds the slots of a spot that was deleted since', async () => {
    story.content.spots.length = 0;
    expect((await kinds())[0]).toBe('confirms');
    expect(await write()).toMatchObject({ added: 2, skipped: 1 });
  });
});

it('a year in the middle of a title is no spot', async () => {
  story.content.spots.push(buildSpot({ code: '2026' }));
  expect(await kinds('Date;Time;Title\n2026-12-01;07:05;Bilan 2026 en chansons\n')).toEqual([
    'no-code',
  ]);
});
