import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  cancelSlot,
  confirmAiring,
  readBroadcastWeek,
  readStationDays,
} from '../../../../src/use-cases/broadcast';
import { recordReceipt } from '../../../../src/use-cases/delivery';
import { buildConsent, buildSpot } from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from './broadcast-story';

let story: TestPorts;
let slotId: string;
beforeEach(async () => {
  story = await openBroadcastStory();
  slotId = await planOne(story);
  story.clock.set('2026-12-01T08:00:00Z');
});
afterEach(() => story.close());

const firstSlot = async () => {
  const page = await readStationDays(story.ports, 'KAY');
  return page?.days.flatMap(({ slots }) => slots)[0];
};

describe('a station’s page', () => {
  it('shows today and the coming week with file and text', async () => {
    const page = await readStationDays(story.ports, 'KAY');
    expect(page?.today).toBe('2026-12-01');
    expect(page?.days.map(({ day }) => day)).toHaveLength(8);
    expect(page?.days[0]?.slots).toMatchObject([
      {
        slot: { id: slotId },
        spot: { code: '0042', title: buildSpot().title, liveText: buildSpot().liveText },
        rendition: { id: 'rendition-0042-MP3-STEREO' },
        heldBack: [],
        isDownloaded: false,
        airing: null,
      },
    ]);
  });

  it('is empty for another station, and null for none', async () => {
    const other = await readStationDays(story.ports, 'BKO');
    expect(other?.days.flatMap(({ slots }) => slots)).toEqual([]);
    expect(await readStationDays(story.ports, 'XYZ')).toBeNull();
  });

  it('counts a file as downloaded only when it is whole', async () => {
    const rendition = (await firstSlot())?.rendition;
    const fetched = {
      stationCode: 'KAY',
      renditionId: rendition?.id ?? '',
      spotCode: '0042',
      sizeBytes: 480_000,
    };
    await recordReceipt(story.ports, { ...fetched, firstByte: 0, lastByte: 399_999 });
    expect((await firstSlot())?.isDownloaded).toBe(false);
    await recordReceipt(story.ports, { ...fetched, firstByte: 400_000, lastByte: 479_999 });
    expect((await firstSlot())?.isDownloaded).toBe(true);
  });

  it('shows what was said of a slot', async () => {
    await confirmAiring(story.ports, {
      slotId,
      stationCode: 'KAY',
      outcome: 'missed',
      missedReason: 'power',
      idempotencyKey: 'some-key',
      saidBy: 'station:KAY',
      evidence: 'page',
    });
    expect((await firstSlot())?.airing).toMatchObject({ missedReason: 'power' });
  });

  it('takes file and text away at once when the consent is withdrawn', async () => {
    story.content.spots = [buildSpot({ voices: 'adult' })];
    await story.ports.consents.add(buildConsent());
    expect((await firstSlot())?.rendition).not.toBeNull();
    await story.ports.consents.withdraw('consent-1', 'user:manager', story.clock.now());
    expect(await firstSlot()).toMatchObject({
      heldBack: [{ kind: 'withdrawn' }],
      rendition: null,
      spot: { liveText: null, title: buildSpot().title },
    });
  });

  it('shows yesterday’s slot without its file once the consent has ended', async () => {
    story.content.spots = [buildSpot({ voices: 'adult' })];
    await story.ports.consents.add(buildConsent({ expiresOn: '2026-12-01' }));
    expect((await firstSlot())?.heldBack).toEqual([]);
    story.clock.advance({ days: 1 });
    expect(await firstSlot()).toMatchObject({ heldBack: [{ kind: 'expired' }], rendition: null });
  });

  it('keeps the slot of a deleted spot, without its file', async () => {
    story.content.spots = [];
    expect(await firstSlot()).toMatchObject({
      spot: { code: '0042', title: null, liveText: null },
      rendition: null,
    });
  });

  it('forgets a cancelled slot', async () => {
    await cancelSlot(story.ports, { slotId, by: 'user:manager' });
    expect(await firstSlot()).toBeUndefined();
  });

  it('begins its day at midnight of its own zone', async () => {
    story.content.stations = story.content.stations.map((station) => ({
      ...station,
      timeZone: 'Asia/Kolkata',
    }));
    story.clock.set('2026-12-01T18:30:00Z');
    expect((await readStationDays(story.ports, 'KAY'))?.today).toBe('2026-12-02');
  });
});

describe('the week at the desk', () => {
  const week = () => readBroadcastWeek(story.ports, { from: '2026-11-30', to: '2026-12-06' });

  it('shows every station’s slots and which wait for an answer', async () => {
    await planOne(story, '2026-12-02');
    expect(await week()).toMatchObject([
      { slot: { id: slotId }, stationName: 'Radio KAY', isUnanswered: true },
      { slot: { airDate: '2026-12-02' }, isUnanswered: false },
    ]);
  });

  it('does not ask for an answer before the window is over', async () => {
    story.clock.set('2026-12-01T07:29:00Z');
    expect(await week()).toMatchObject([{ isUnanswered: false }]);
  });
});
