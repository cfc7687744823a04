import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { profileHash } from '../../../../src/use-cases/audio';
import { cancelSlot } from '../../../../src/use-cases/broadcast';
import { findStationFile, recordReceipt } from '../../../../src/use-cases/delivery';
import {
  buildConsent,
  buildProfile,
  buildRendition,
  buildSpot,
  buildSpotVersion,
} from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from '../broadcast/broadcast-story';

const FILE = 'rendition-0042-MP3-STEREO';

let story: TestPorts;
let slotId: string;
beforeEach(async () => {
  story = await openBroadcastStory();
  slotId = await planOne(story);
});
afterEach(() => story.close());

describe('the file behind a station’s link', () => {
  const find = (stationCode = 'KAY', renditionId = FILE) =>
    findStationFile(story.ports, stationCode, renditionId);
  const notYours = { kind: 'not-yours' };

  it('is given to the station whose slot needs it', async () => {
    expect(await find()).toMatchObject({
      kind: 'file',
      rendition: { id: FILE },
      fileName: 'KAY-0042_v1_FR_20261201-20261231_030s.mp3',
    });
  });

  it('is not given to a station without a slot, nor to one that does not exist', async () => {
    expect(await find('BKO')).toEqual(notYours);
    expect(await find('XYZ')).toEqual(notYours);
    expect(await find('KAY', 'nowhere')).toEqual(notYours);
  });

  it('goes with the slot', async () => {
    await cancelSlot(story.ports, { slotId, by: 'user:manager' });
    expect(await find()).toEqual(notYours);
  });

  it.each([
    ['2026-12-04T23:59:00Z', 'file'],
    ['2026-12-05T00:00:00Z', 'not-yours'],
  ])('at %s: %s', async (now, kind) => {
    story.clock.set(now);
    expect((await find()).kind).toBe(kind);
  });

  it('waits for a new consent when a real voice was replaced', async () => {
    story.content.spots[0] = buildSpot({ voices: 'adult' });
    await story.ports.consents.add(buildConsent({ recordedAt: new Date('2026-11-20T10:00:00Z') }));
    expect((await find()).kind).toBe('file');

    const uploadedAt = new Date('2026-11-25T10:00:00Z');
    await story.ports.spotVersions.add(buildSpotVersion({ id: 'newer', number: 2, uploadedAt }));
    await story.ports.renditions.add(
      buildRendition({
        id: 'newest',
        spotVersionId: 'newer',
        profileHash: profileHash(buildProfile()),
      }),
    );
    expect(await find('KAY', 'newest')).toEqual({
      kind: 'held-back',
      reasons: [{ kind: 'new-recording' }],
    });

    const again = buildConsent({ id: 'again', recordedAt: new Date('2026-11-26T10:00:00Z') });
    await story.ports.consents.add(again);
    expect((await find('KAY', 'newest')).kind).toBe('file');
  });

  it('is the newest recording, and only in the station’s own format', async () => {
    const profile = buildProfile({ code: 'WAV', codec: 'wav', bitRateKbps: null });
    story.content.profiles.push(profile);
    await story.ports.renditions.add(
      buildRendition({ id: 'other', profileCode: 'WAV', profileHash: profileHash(profile) }),
    );
    expect(await find('KAY', 'other')).toEqual(notYours);

    await story.ports.spotVersions.add(buildSpotVersion({ id: 'newer', number: 2 }));
    await story.ports.renditions.add(
      buildRendition({
        id: 'newest',
        spotVersionId: 'newer',
        profileHash: profileHash(buildProfile()),
      }),
    );
    expect(await find()).toEqual(notYours);
    expect(await find('KAY', 'newest')).toMatchObject({ kind: 'file' });
  });

  it('is held back the moment its consent is withdrawn', async () => {
    story.content.spots = [buildSpot({ voices: 'adult' })];
    await story.ports.consents.add(buildConsent());
    expect(await find()).toMatchObject({ kind: 'file' });
    await story.ports.consents.withdraw('consent-1', 'user:manager', story.clock.now());
    expect(await find()).toEqual({ kind: 'held-back', reasons: [{ kind: 'withdrawn' }] });
  });
});

describe('a receipt', () => {
  const fetch = (firstByte: number, lastByte: number, stationCode = 'KAY') =>
    recordReceipt(story.ports, {
      stationCode,
      renditionId: FILE,
      spotCode: '0042',
      firstByte,
      lastByte,
      sizeBytes: 1000,
    });

  it('of a whole file says so', async () => {
    expect(await fetch(0, 999)).toEqual({ isWhole: true });
  });

  it('of a file that was resumed says so with its last part', async () => {
    expect(await fetch(0, 399)).toEqual({ isWhole: false });
    expect(await fetch(700, 999)).toEqual({ isWhole: false });
    expect(await fetch(300, 699)).toEqual({ isWhole: true });
    const receipts = await story.ports.receipts.ofStation('KAY');
    expect(receipts.map(({ isWhole }) => isWhole)).toEqual([false, false, true]);
  });

  it('does not count another station’s parts', async () => {
    await fetch(0, 499, 'BKO');
    expect(await fetch(500, 999)).toEqual({ isWhole: false });
  });

  it('is not written when nothing was sent, or more than the file has', async () => {
    await fetch(0, -1);
    await fetch(0, 1000);
    await fetch(-5, 999);
    expect(await story.ports.receipts.all()).toEqual([]);
  });
});
