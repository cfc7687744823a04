import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  freezeManifest,
  manifestDays,
  manifestRange,
  type Manifest,
  type ManifestSlot,
  type WantedManifest,
} from '../../../../src/domain/delivery';

const MONDAY = new Date('2026-11-30T08:00:00Z');
const LATER = new Date('2026-11-30T09:00:00Z');

type WantedFile = WantedManifest['files'][number];

function file(spotCode: string, what: Partial<WantedFile> = {}): WantedFile {
  return {
    spotCode,
    title: 'Partir, c’est aussi savoir',
    language: 'fr',
    versionNumber: 1,
    renditionId: `rendition-${spotCode}`,
    fileName: `KAY-${spotCode}_v1_FR_20261201-20261231_030s.mp3`,
    mediaType: 'audio/mpeg',
    sha256: 'a'.repeat(64),
    sizeBytes: 480_000,
    durationSeconds: 30,
    flightStart: '2026-12-01',
    flightEnd: '2026-12-31',
    liveText: 'Informez-vous.',
    isUrgent: false,
    ...what,
  };
}

function slot(slotId: string, spotCode: string, airDate = '2026-12-01'): ManifestSlot {
  return {
    slotId,
    spotCode,
    airDate,
    windowStart: new Date(`${airDate}T07:00:00Z`),
    windowEnd: new Date(`${airDate}T07:30:00Z`),
  };
}

function wanted(what: Partial<WantedManifest> = {}): WantedManifest {
  return {
    stationCode: 'KAY',
    stationName: 'Radio Rurale de Kayes',
    timeZone: 'Africa/Bamako',
    campaignName: 'Partir informé',
    ...manifestRange('2026-11-30'),
    files: [file('0042')],
    slots: [slot('s1', '0042')],
    recalled: [],
    ...what,
  };
}

const first = freezeManifest(null, wanted(), MONDAY);
const recall = {
  spotCode: '0042',
  reason: 'Une information est fausse.',
  recalledAt: LATER,
  fileNames: ['KAY-0042_v0.mp3'],
};

describe('the list of a station', () => {
  it('begins with 1, and adds every file', () => {
    expect(first.version).toBe(1);
    expect(first.frozenAt).toEqual(MONDAY);
    expect(first.changes).toEqual([
      { op: 'add', spotCode: '0042', fileName: file('0042').fileName },
    ]);
    expect(first.files[0]?.publishedAt).toEqual(MONDAY);
    expect(manifestDays(first)).toHaveLength(8);
    expect([first.from, first.to]).toEqual(['2026-11-30', '2026-12-07']);
  });

  it('stays the one it is as long as nothing differs', () => {
    expect(freezeManifest(first, wanted(), LATER)).toBe(first);
  });

  it('has the next number when a window is added, and changes no file for it', () => {
    const slots = [slot('s2', '0042', '2026-12-02'), slot('s1', '0042')];
    const second = freezeManifest(first, wanted({ slots }), LATER);
    expect(second.version).toBe(2);
    expect(second.changes).toEqual([]);
    expect(second.slots.map(({ slotId }) => slotId)).toEqual(['s1', 's2']);
    expect(second.files[0]?.publishedAt).toEqual(MONDAY);
  });

  it('replaces a file that was recorded anew, and publishes it anew', () => {
    const again = file('0042', { fileName: 'KAY-0042_v2.mp3', sha256: 'b'.repeat(64) });
    const second = freezeManifest(first, wanted({ files: [again] }), LATER);
    expect(second.changes).toEqual([
      {
        op: 'replace',
        spotCode: '0042',
        fileName: 'KAY-0042_v2.mp3',
        replacedFileName: file('0042').fileName,
      },
    ]);
    expect(second.files[0]?.publishedAt).toEqual(LATER);
  });

  it('replaces a file whose flight was edited: its name says the dates', () => {
    const longer = file('0042', { fileName: 'KAY-0042_longer.mp3', flightEnd: '2027-01-31' });
    const second = freezeManifest(first, wanted({ files: [longer] }), LATER);
    expect(second.changes).toMatchObject([{ op: 'replace' }]);
  });

  it('deletes a file that nobody airs any more', () => {
    const second = freezeManifest(first, wanted({ files: [], slots: [] }), LATER);
    expect(second.changes).toEqual([
      { op: 'delete', spotCode: '0042', fileName: file('0042').fileName },
    ]);
    expect(second.tombstones).toEqual([]);
  });

  it('puts urgent ones first, then goes by the code', () => {
    const files = [file('0044'), file('0043'), file('0045', { isUrgent: true })];
    const { files: frozen } = freezeManifest(null, wanted({ files, slots: [] }), MONDAY);
    expect(frozen.map(({ spotCode }) => spotCode)).toEqual(['0045', '0043', '0044']);
  });

  it('never holds what was recalled, and names every copy of it', () => {
    const second = freezeManifest(first, wanted({ recalled: [recall] }), LATER);
    expect(second.files).toEqual([]);
    expect(second.slots).toEqual([]);
    expect(second.changes).toMatchObject([{ op: 'delete', spotCode: '0042' }]);
    expect(second.tombstones).toEqual([
      { ...recall, fileNames: ['KAY-0042_v0.mp3', file('0042').fileName] },
    ]);
  });

  it('keeps the tombstone as it is, and drops it when the recall is lifted', () => {
    const second = freezeManifest(first, wanted({ recalled: [recall] }), LATER);
    expect(freezeManifest(second, wanted({ recalled: [recall] }), LATER)).toBe(second);
    const third = freezeManifest(second, wanted(), LATER);
    expect(third.tombstones).toEqual([]);
    expect(third.changes).toMatchObject([{ op: 'add', spotCode: '0042' }]);
    expect(third.files[0]?.publishedAt).toEqual(LATER);
  });

  it('names nothing whose flight is over, from the day after on', () => {
    const onLastDay = wanted({ ...manifestRange('2026-12-31'), slots: [] });
    expect(freezeManifest(null, onLastDay, LATER).files).toHaveLength(1);
    const dayAfter = wanted({ ...manifestRange('2027-01-01'), slots: [] });
    expect(freezeManifest(null, dayAfter, LATER).files).toEqual([]);
  });

  it('strikes out a cancelled window until its day is over', () => {
    const second = freezeManifest(first, wanted({ files: [], slots: [] }), LATER);
    expect(second.cancelledSlots).toEqual([slot('s1', '0042')]);
    const sameDay = wanted({ files: [], slots: [], ...manifestRange('2026-12-01') });
    expect(freezeManifest(second, sameDay, LATER)).toBe(second);
    const dayAfter = wanted({ files: [], slots: [], ...manifestRange('2026-12-02') });
    expect(freezeManifest(second, dayAfter, LATER).cancelledSlots).toEqual([]);
  });

  it('is not numbered anew for a day that passes without a window in it', () => {
    const nothing = freezeManifest(null, wanted({ files: [], slots: [] }), MONDAY);
    const nextDay = wanted({ files: [], slots: [], ...manifestRange('2026-12-01') });
    expect(freezeManifest(nothing, nextDay, LATER)).toBe(nothing);
    const withSlots = freezeManifest(first, wanted(manifestRange('2026-12-01')), LATER);
    expect(withSlots.version).toBe(2);
  });
});

describe('any list after any other', () => {
  const codes = ['0001', '0002', '0003', '0004'];
  const anyWanted = fc
    .record({
      held: fc.subarray(codes),
      recorded: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 4, maxLength: 4 }),
      recalled: fc.subarray(codes),
    })
    .map(({ held, recorded, recalled }) =>
      wanted({
        files: held.map((code) => {
          const sha256 = (recorded[codes.indexOf(code)] ?? 'a').repeat(64);
          return file(code, { sha256, fileName: `KAY-${code}-${sha256.slice(0, 1)}.mp3` });
        }),
        slots: held.map((code) => slot(`slot-${code}`, code)),
        recalled: recalled.map((spotCode) => ({ ...recall, spotCode, fileNames: [] })),
      }),
    );

  /** What a station holds that follows the changes and nothing else. */
  function followed(lists: readonly Manifest[]): readonly string[] {
    const held = new Set<string>();
    for (const change of lists.flatMap(({ changes }) => changes)) {
      if (change.op === 'replace') held.delete(change.replacedFileName);
      if (change.op === 'delete') held.delete(change.fileName);
      else held.add(change.fileName);
    }
    return [...held].sort();
  }

  it('leads a station that follows every change to exactly its files, and never to a recalled spot', () => {
    fc.assert(
      fc.property(fc.array(anyWanted, { minLength: 1, maxLength: 6 }), (steps) => {
        const lists: Manifest[] = [];
        for (const step of steps) {
          const previous = lists.at(-1) ?? null;
          const next = freezeManifest(previous, step, LATER);
          if (next !== previous) lists.push(next);
          const last = lists.at(-1);
          const pulled = step.recalled.map(({ spotCode }) => spotCode);
          expect(last?.files.filter(({ spotCode }) => pulled.includes(spotCode))).toEqual([]);
          expect(followed(lists)).toEqual(last?.files.map(({ fileName }) => fileName).sort());
        }
        expect(lists.map(({ version }) => version)).toEqual(lists.map((_, index) => index + 1));
      }),
    );
  });
});
