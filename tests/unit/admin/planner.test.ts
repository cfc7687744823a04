import { describe, expect, it } from 'vitest';

import {
  checkDraft,
  draftOf,
  NEW_FLIGHT,
  termsOf,
} from '../../../src/admin/pages/broadcast/flight-draft';
import {
  bandOf,
  dropTarget,
  filterWeek,
  NO_FILTER,
  slotsInBand,
} from '../../../src/admin/pages/broadcast/week';
import { isMovable } from '../../../src/admin/pages/broadcast/slot-state';
import type { SlotOnWire } from '../../../src/admin/desk/wire';

function row(what: Partial<SlotOnWire> & { readonly start?: string } = {}): SlotOnWire {
  const { start = '2026-12-01T07:00:00.000Z', ...rest } = what;
  return {
    slot: {
      id: 'slot-1',
      stationCode: 'KAY',
      spotCode: '0042',
      language: 'fr',
      windowStart: start,
      windowEnd: start,
      airDate: start.slice(0, 10),
      state: 'planned',
    },
    spot: { code: '0042', title: 'Partir informé', language: 'fr', liveText: null },
    rendition: null,
    heldBack: [],
    isDownloaded: false,
    airing: null,
    isRecordingErased: false,
    stationName: 'Radio KAY',
    isUnanswered: false,
    messageCode: 'MSG-1',
    flight: null,
    cameFrom: null,
    madeGoodAt: null,
    ...rest,
  };
}

describe('the parts of a day', () => {
  it.each([
    ['00:00', 0],
    ['11:59', 0],
    ['12:00', 1],
    ['16:59', 1],
    ['17:00', 2],
    ['23:59', 2],
  ])('%s lies in part %i', (time, band) => {
    expect(bandOf(time)).toBe(band);
  });

  it('are those of the station’s clock', () => {
    const evening = row({ start: '2026-12-01T12:30:00.000Z' });
    expect(slotsInBand([evening], 1, 'Africa/Bamako')).toEqual([evening]);
    expect(slotsInBand([evening], 2, 'Asia/Kolkata')).toEqual([evening]);
  });

  it('let a dropped slot keep its time within its part, and propose one in another', () => {
    const start = '2026-12-01T07:20:00.000Z';
    const drop = (band: number) => dropTarget(start, 'Africa/Bamako', '2026-12-03', band);
    expect(drop(0)).toEqual({ day: '2026-12-03', time: '07:20' });
    expect(drop(2)).toEqual({ day: '2026-12-03', time: '19:00' });
  });
});

describe('a slot can be moved', () => {
  const seven = new Date('2026-12-01T07:00:00Z').getTime();
  it('until its window begins, and not once it was answered', () => {
    expect(isMovable(row(), seven - 1)).toBe(true);
    expect(isMovable(row(), seven)).toBe(false);
    const airing = {} as NonNullable<SlotOnWire['airing']>;
    expect(isMovable(row({ airing }), seven - 1)).toBe(false);
  });
});

describe('the week narrowed down', () => {
  const bambara = row({
    spot: { code: '0043', title: null, language: 'bm', liveText: null },
    messageCode: 'MSG-2',
    isDownloaded: true,
  });
  const rows = [row(), bambara];

  it('offers what there is, and counts each sign', () => {
    const { shown, counts, languages, messages } = filterWeek(rows, NO_FILTER);
    expect(shown).toEqual(rows);
    expect([...counts]).toEqual([
      ['to-fetch', 1],
      ['downloaded', 1],
    ]);
    expect({ languages, messages }).toEqual({
      languages: ['fr', 'bm'],
      messages: ['MSG-1', 'MSG-2'],
    });
  });

  it.each([
    [{ ...NO_FILTER, language: 'bm' as const }],
    [{ ...NO_FILTER, messageCode: 'MSG-2' }],
    [{ ...NO_FILTER, sign: 'downloaded' as const }],
  ])('to %j shows the slots that are so', (filter) => {
    expect(filterWeek(rows, filter).shown).toEqual([bambara]);
  });
});

describe('a flight in the fields', () => {
  const filled = {
    ...NEW_FLIGHT,
    name: 'Décembre',
    spotCodes: ['0042'],
    stationCodes: ['KAY', 'BKO'],
    from: '2026-12-01',
    to: '2026-12-10',
  };

  it('names what is missing before anything is sent', () => {
    const { refusals, size } = checkDraft(NEW_FLIGHT);
    expect(size).toBe(0);
    expect(refusals.map(({ kind }) => kind)).toContain('flight-incomplete');
  });

  it('is counted by the rule of the server', () => {
    expect(checkDraft(filled)).toMatchObject({ size: 40, refusals: [] });
    const huge = checkDraft({ ...filled, timesADay: '99999' });
    expect(huge.refusals).toMatchObject([{ kind: 'flight-too-large', slots: 1_999_980 }]);
  });

  it('comes back as it was, shares that are empty included', () => {
    const draft = { ...filled, shares: { fr: '40', bm: '60', snk: '' } };
    expect(termsOf(draft).languageShares).toEqual({ fr: 40, bm: 60 });
    expect(draftOf(termsOf(draft))).toEqual(draft);
  });

  it('takes a number that is none for a mistake, not for a plan', () => {
    expect(checkDraft({ ...filled, windowMinutes: '' }).refusals).toMatchObject([
      { kind: 'flight-number-out-of-range', what: 'windowMinutes' },
    ]);
  });
});
