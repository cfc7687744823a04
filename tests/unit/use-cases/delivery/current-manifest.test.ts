import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Notice } from '../../../../src/domain/delivery';
import { profileHash } from '../../../../src/use-cases/audio';
import { cancelSlot } from '../../../../src/use-cases/broadcast';
import {
  currentManifest,
  freezeDue,
  readCurrentManifest,
  readStationDelivery,
  recordReceipt,
} from '../../../../src/use-cases/delivery';
import {
  buildConsent,
  buildProfile,
  buildRendition,
  buildSpot,
  buildSpotVersion,
  buildStation,
} from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from '../broadcast/broadcast-story';

let story: TestPorts;
let slotId: string;
beforeEach(async () => {
  story = await openBroadcastStory({}, '2026-11-30T08:00:00Z');
  slotId = await planOne(story);
});
afterEach(() => story.close());

const list = async (stationCode = 'KAY') => {
  const manifest = await readCurrentManifest(story.ports, stationCode);
  if (manifest === null) throw new Error(`There is no list of ${stationCode}.`);
  return manifest;
};
const codes = async () => (await list()).files.map(({ spotCode }) => spotCode);

function notice(what: Partial<Notice>): Notice {
  return {
    id: 'notice-1',
    kind: 'recall',
    spotCode: '0042',
    reason: 'Une information est fausse.',
    stationCodes: ['KAY'],
    createdBy: 'user:manager',
    createdAt: story.clock.now(),
    inForceAt: story.clock.now(),
    approvedBy: null,
    endedAt: null,
    endedBy: null,
    ...what,
  };
}

describe('the list of a station, as it is now', { timeout: 60_000 }, () => {
  it('is frozen at the first question, and stays while nothing changes', async () => {
    const first = await list();
    expect(first).toMatchObject({
      version: 1,
      stationName: 'Radio KAY',
      from: '2026-11-30',
      to: '2026-12-07',
      slots: [{ slotId, spotCode: '0042' }],
      files: [{ spotCode: '0042', versionNumber: 1, isUrgent: false }],
    });
    const content = vi.spyOn(story.ports.content, 'spots');
    expect(await list()).toEqual(first);
    expect(content).not.toHaveBeenCalled();
  });

  it('is nobody’s for a station that is not there', async () => {
    expect(await currentManifest(story.ports, 'XYZ')).toBeNull();
  });

  it('is another one for each change it is made from', async () => {
    const { ports, content, clock } = story;
    const versions = [(await list()).version];
    const step = async (change: () => unknown) => {
      clock.advance({ seconds: 1 });
      await change();
      versions.push((await list()).version);
    };
    await step(() => planOne(story, '2026-12-02'));
    await step(() => cancelSlot(ports, { slotId, by: 'user:manager' }));
    await step(() => content.spots.splice(0, 1, buildSpot({ title: 'Un autre titre' })));
    await step(() => content.stations.splice(0, 1, buildStation({ name: 'Radio Rurale' })));
    await step(() => (content.campaign = { ...content.campaign, name: 'Rester ou partir' }));
    await step(() => (content.campaign = { ...content.campaign, smsNumber: '+22370000000' }));
    await step(async () => {
      await ports.spotVersions.add(buildSpotVersion({ id: 'newer', number: 2 }));
      await ports.renditions.add(
        buildRendition({
          id: 'newest',
          spotVersionId: 'newer',
          profileHash: profileHash(buildProfile()),
          sha256: 'c'.repeat(64),
        }),
      );
    });
    await step(() => ports.notices.add(notice({})));
    await step(() => ports.notices.end('notice-1', 'user:manager', clock.now()));
    await step(() => content.spots.splice(0, 1, buildSpot({ voices: 'adult' })));
    await step(() => ports.consents.add(buildConsent({ recordedAt: clock.now() })));
    await step(() => ports.consents.withdraw('consent-1', 'user:manager', clock.now()));
    expect(versions).toEqual(versions.map((_, index) => index + 1));
    expect(await codes()).toEqual([]);
  });

  it('replaces a recording, and pins the new one to the window', async () => {
    await list();
    const pinned = () => story.knex('ops_manifest_slots').where({ slot_id: slotId }).first();
    expect(await pinned()).toMatchObject({ version_number: 1, manifest_version: 1 });
    await story.ports.spotVersions.add(buildSpotVersion({ id: 'newer', number: 2 }));
    await story.ports.renditions.add(
      buildRendition({
        id: 'newest',
        spotVersionId: 'newer',
        profileHash: profileHash(buildProfile()),
        sha256: 'c'.repeat(64),
        fileName: '0042_v2_FR_030s.mp3',
      }),
    );
    expect((await list()).changes).toMatchObject([{ op: 'replace', spotCode: '0042' }]);
    expect(await pinned()).toMatchObject({ version_number: 2, rendition_id: 'newest' });
    expect(await story.ports.manifests.byVersion('KAY', 1)).toMatchObject({
      files: [{ versionNumber: 1 }],
    });
  });

  it('has the day of the station: midnight there makes another list', async () => {
    story.content.stations[0] = buildStation({ timeZone: 'Asia/Kolkata' });
    story.clock.set('2026-11-30T18:29:00Z');
    expect((await list()).from).toBe('2026-11-30');
    story.clock.set('2026-11-30T18:30:00Z');
    expect((await list()).from).toBe('2026-12-01');
  });

  it('holds no window after the consent or the flight has ended', async () => {
    await planOne(story, '2026-12-05');
    story.content.spots[0] = buildSpot({ voices: 'adult' });
    await story.ports.consents.add(buildConsent({ expiresOn: '2026-12-04' }));
    expect((await list()).slots.map(({ airDate }) => airDate)).toEqual(['2026-12-01']);
    story.clock.set('2026-12-05T08:00:00Z');
    expect(await codes()).toEqual([]);
    story.content.spots[0] = buildSpot({ flightEnd: '2026-12-04' });
    expect(await codes()).toEqual([]);
  });

  it('holds an urgent message without a window, first, and only where it is asked for', async () => {
    story.content.spots.push(buildSpot({ code: '0099' }));
    await story.ports.spotVersions.add(buildSpotVersion({ spotCode: '0099' }));
    await story.ports.renditions.add(
      buildRendition({
        spotCode: '0099',
        spotVersionId: 'version-0099-1',
        profileHash: profileHash(buildProfile()),
        fileName: '0099_v1_FR_030s.mp3',
      }),
    );
    const urgent = { id: 'urgent', kind: 'urgent', spotCode: '0099' } as const;
    await story.ports.notices.add(notice({ ...urgent, inForceAt: null }));
    expect(await codes()).toEqual(['0042']);
    await story.ports.notices.approve('urgent', 'user:second', story.clock.now());
    expect(await codes()).toEqual(['0099', '0042']);
    expect((await list()).files[0]?.isUrgent).toBe(true);
    expect((await list('BKO')).files).toEqual([]);
    await story.ports.notices.end('urgent', 'user:manager', story.clock.now());
    expect(await codes()).toEqual(['0042']);
  });

  it('names a recalled spot under every name the station was ever given', async () => {
    const names = [(await list()).files[0]?.fileName];
    story.content.spots[0] = buildSpot({ flightEnd: '2026-12-24' });
    names.push((await list()).files[0]?.fileName);
    await cancelSlot(story.ports, { slotId, by: 'user:manager' });
    expect(await codes()).toEqual([]);
    await story.ports.notices.add(notice({ stationCodes: [] }));
    expect((await list()).tombstones).toMatchObject([
      { spotCode: '0042', reason: 'Une information est fausse.', fileNames: names.sort() },
    ]);
    expect((await list('BKO')).tombstones).toEqual([]);
  });

  it('is frozen once when ten ask at the same time', async () => {
    const heads = await Promise.all(
      Array.from({ length: 10 }, () => currentManifest(story.ports, 'KAY')),
    );
    expect(new Set(heads.map((head) => head?.version))).toEqual(new Set([1]));
    expect(await story.knex('ops_manifests').select('version')).toEqual([{ version: 1 }]);
  });
});

describe('the heartbeat', { timeout: 60_000 }, () => {
  it('brings every list up to date, and tells how many are new', async () => {
    expect(await freezeDue(story.ports)).toEqual({ frozen: 2, troubles: [] });
    expect(await freezeDue(story.ports)).toEqual({ frozen: 0, troubles: [] });
    await planOne(story, '2026-12-02');
    expect((await freezeDue(story.ports)).frozen).toBe(1);
  });

  it('forgets lists of a season ago, and never the newest', async () => {
    await list();
    await planOne(story, '2026-12-02');
    await list();
    story.clock.set('2027-03-15T08:00:00Z');
    await freezeDue(story.ports);
    const kept = await story.knex('ops_manifests').where({ station_code: 'KAY' }).select('version');
    expect(kept).toEqual([{ version: 3 }]);
  });
});

describe('what the manager sees of a station', { timeout: 60_000 }, () => {
  it('is its list, and each fetch by how much of the file it was', async () => {
    const [file] = (await list()).files;
    const fetch = async (firstByte: number, lastByte: number) => {
      story.clock.advance({ seconds: 1 });
      await recordReceipt(story.ports, {
        stationCode: 'KAY',
        renditionId: file?.renditionId ?? '',
        spotCode: '0042',
        firstByte,
        lastByte,
        sizeBytes: 480_000,
        door: 'feed',
      });
    };
    expect((await readStationDelivery(story.ports, 'KAY'))?.files).toMatchObject([
      { isHeld: false },
    ]);
    await fetch(0, 99_999);
    await fetch(100_000, 479_999);
    await fetch(0, 479_999);
    const seen = await readStationDelivery(story.ports, 'KAY');
    expect(seen).toMatchObject({ version: 1, totalBytes: 480_000, files: [{ isHeld: true }] });
    expect(seen?.receipts.map(({ kind, sentBytes }) => [kind, sentBytes])).toEqual([
      ['whole', 480_000],
      ['resumed', 380_000],
      ['part', 100_000],
    ]);
    expect(await readStationDelivery(story.ports, 'XYZ')).toBeNull();
  });
});
