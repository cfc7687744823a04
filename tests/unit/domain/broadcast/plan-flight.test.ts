import { describe, expect, it } from 'vitest';

import { flightChanges } from '../../../../src/domain/broadcast';
import { buildConsent, buildStation } from '../../../helpers/builders';
import { flightSpot, inWords, kinds, owned, plannedFlight, standing } from './flight-story';

const TWO_PARTS = [
  { from: '06:00', to: '09:00' },
  { from: '18:00', to: '21:00' },
];

describe('a flight', () => {
  it('spreads the airings of a day over its dayparts, on the weekdays asked for', () => {
    // 1 December 2026 is a Tuesday.
    const { slots, wanted, conflicts } = plannedFlight({
      dayparts: TWO_PARTS,
      timesADay: 2,
      weekdays: [2, 4],
    });
    expect(inWords(slots)).toEqual([
      '2026-12-01 07:30 0042',
      '2026-12-01 19:30 0042',
      '2026-12-03 07:30 0042',
      '2026-12-03 19:30 0042',
    ]);
    expect({ wanted, conflicts }).toEqual({ wanted: 4, conflicts: [] });
  });

  it('lets its spots take turns, also from one day to the next', () => {
    const spots = ['0001', '0002', '0003'].map((code) => flightSpot({ code, messageCode: code }));
    const { slots } = plannedFlight(
      { dayparts: TWO_PARTS, timesADay: 2, to: '2026-12-03' },
      { spots },
    );
    expect(slots.map(({ spotCode }) => spotCode)).toEqual([
      '0001',
      '0002',
      '0003',
      '0001',
      '0002',
      '0003',
    ]);
  });

  it('gives each language its share, and the languages of the station alone', () => {
    const spots = [
      flightSpot({ code: '0001', language: 'fr' }),
      flightSpot({ code: '0002', language: 'bm' }),
      flightSpot({ code: '0003', language: 'snk' }),
    ];
    const stations = [
      buildStation({ code: 'KAY' }),
      buildStation({ code: 'BKO', languages: ['fr', 'bm'] }),
    ];
    const { slots, conflicts } = plannedFlight(
      { timesADay: 2, to: '2026-12-10', languageShares: { fr: 20, bm: 50, snk: 30 } },
      { spots, stations },
    );
    const heard = (station: string) =>
      ['fr', 'bm', 'snk'].map(
        (language) =>
          slots.filter((slot) => slot.stationCode === station && slot.language === language).length,
      );
    expect(heard('KAY')).toEqual([4, 10, 6]);
    // 20 to 50 of what can be heard there.
    expect(heard('BKO')).toEqual([6, 14, 0]);
    expect(conflicts.map(({ reason }) => reason)).toEqual([
      { kind: 'language-not-spoken', stationCode: 'BKO', spotCode: '0003', language: 'snk' },
    ]);
  });

  it('keeps spots of one message apart, in whatever language', () => {
    const spots = [
      flightSpot({ code: '0001', language: 'fr' }),
      flightSpot({ code: '0002', language: 'bm' }),
    ];
    const narrow = plannedFlight(
      { timesADay: 3, to: '2026-12-01', separationMinutes: 90 },
      { spots },
    );
    expect(inWords(narrow.slots)).toEqual(['2026-12-01 06:30 0001', '2026-12-01 08:30 0002']);
    expect(kinds(narrow)).toEqual(['separation 1']);
    const ofTwoMessages = plannedFlight(
      { timesADay: 3, to: '2026-12-01', separationMinutes: 90 },
      { spots: [spots[0] ?? flightSpot(), flightSpot({ code: '0003', messageCode: 'MSG-2' })] },
    );
    expect(ofTwoMessages.slots).toHaveLength(3);
  });

  it('counts what stands already towards the cap of a day', () => {
    const proposal = plannedFlight(
      { timesADay: 3, capADay: 3, to: '2026-12-02' },
      { standing: [standing('2026-12-01T20:00:00Z')] },
    );
    expect(proposal.slots.map(({ airDate }) => airDate)).toEqual([
      '2026-12-01',
      '2026-12-01',
      '2026-12-02',
      '2026-12-02',
      '2026-12-02',
    ]);
    expect(proposal.conflicts).toEqual([
      {
        reason: { kind: 'cap-reached', stationCode: 'KAY', cap: 3 },
        count: 1,
        firstDay: '2026-12-01',
        lastDay: '2026-12-01',
      },
    ]);
  });

  it('goes round what a person placed and what counts as much; what counts less gives way', () => {
    const rivals = (priority: number | null, mayGiveWay: boolean) =>
      plannedFlight(
        { to: '2026-12-01', dayparts: [{ from: '07:00', to: '08:00' }] },
        { standing: [standing('2026-12-01T07:30:00Z', { priority, mayGiveWay })] },
      );
    for (const firm of [rivals(null, true), rivals(3, true), rivals(1, false)]) {
      expect(inWords(firm.slots)).toEqual(['2026-12-01 07:00 0042']);
      expect(firm.givingWay).toEqual([]);
    }
    const weaker = rivals(2, true);
    expect(inWords(weaker.slots)).toEqual(['2026-12-01 07:30 0042']);
    expect(weaker.givingWay.map(({ id }) => id)).toEqual(['slot 2026-12-01T07:30:00Z']);
  });

  it('names the spot that is in the way when there is no other window', () => {
    const proposal = plannedFlight(
      { to: '2026-12-01', dayparts: [{ from: '07:30', to: '08:00' }] },
      { standing: [standing('2026-12-01T07:30:00Z', { priority: 5 })] },
    );
    expect(proposal.slots).toEqual([]);
    expect(proposal.conflicts.map(({ reason }) => reason)).toEqual([
      { kind: 'window-taken', stationCode: 'KAY', spotCode: '0007', priority: 5 },
    ]);
  });

  it('ends with its spots, with their consents and with itself', () => {
    const spots = [
      flightSpot(
        { voices: 'adult', flightEnd: '2026-12-05' },
        { consents: [buildConsent({ expiresOn: '2026-12-03' })] },
      ),
    ];
    const proposal = plannedFlight({}, { spots });
    expect(proposal.slots.map(({ airDate }) => airDate)).toEqual([
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
    ]);
    expect(kinds(proposal)).toEqual(['held-back 2', 'outside-spot-dates 2']);
  });

  it('says that the spot is held back, that there is no file yet, that the day is over', () => {
    const now = new Date('2026-12-02T08:10:00Z');
    const held = plannedFlight({}, { spots: [flightSpot({ voices: 'minor' })] });
    expect(held.conflicts[0]?.reason).toMatchObject({ reasons: [{ kind: 'no-consent' }] });
    const unprepared = [flightSpot({}, { preparedProfiles: new Set(['WAV']) })];
    expect(kinds(plannedFlight({}, { spots: unprepared }))).toEqual(['not-prepared 7']);
    const late = plannedFlight({}, { now });
    // On the 2nd, there is still a window after ten past eight.
    expect(inWords(late.slots)[0]).toBe('2026-12-02 08:30 0042');
    expect(kinds(late)).toEqual(['past 1']);
  });

  it('says that a language has a share and no spot', () => {
    const proposal = plannedFlight({ languageShares: { fr: 50, bm: 50 } });
    expect(proposal.conflicts.map(({ reason }) => reason)).toEqual([
      { kind: 'share-without-spot', language: 'bm' },
    ]);
  });
});

describe('planning a flight again', () => {
  const terms = { timesADay: 2, to: '2026-12-04', dayparts: TWO_PARTS };
  const spots = ['0001', '0002', '0003'].map((code) => flightSpot({ code, messageCode: code }));

  it('plans the same when some of it is behind us', () => {
    const first = plannedFlight(terms, { spots });
    const own = first.slots.slice(0, 3).map((slot) => owned(slot));
    const now = new Date('2026-12-02T08:00:00Z');
    const again = plannedFlight(terms, { spots, own, now });
    expect(again.kept).toHaveLength(3);
    expect(inWords(again.slots)).toEqual(inWords(first.slots.slice(3)));
    expect(again.conflicts).toEqual([]);
  });

  it('changes nothing that is the same, and only what is not', () => {
    const first = plannedFlight(terms, { spots });
    const current = first.slots.map((slot) => owned(slot).slot);
    expect(flightChanges(current, first.slots)).toMatchObject({ add: [], cancel: [] });
    const shorter = plannedFlight({ ...terms, to: '2026-12-02' }, { spots });
    const changes = flightChanges(current, shorter.slots);
    expect(changes.add).toEqual([]);
    expect(changes.cancel.map(({ airDate }) => airDate)).toEqual([
      '2026-12-03',
      '2026-12-03',
      '2026-12-04',
      '2026-12-04',
    ]);
  });

  it('brings nothing back that a person took out, and lets what was moved stand', () => {
    const first = plannedFlight(terms, { spots });
    const [morning, evening] = first.slots;
    if (morning === undefined || evening === undefined) throw new Error('Nothing was planned.');
    const moved = {
      ...evening,
      windowStart: new Date('2026-12-01T20:30:00Z'),
      windowEnd: new Date('2026-12-01T21:00:00Z'),
    };
    const own = [owned(morning, 'given-up'), owned(evening, 'given-up'), owned(moved, 'extra')];
    const again = plannedFlight(terms, { spots, own });
    expect(again.slots.some(({ airDate }) => airDate === '2026-12-01')).toBe(false);
    expect(again.slots).toHaveLength(6);
    expect(again.kept).toEqual([own[2]?.slot]);
  });
});

describe('clocks of the world', () => {
  const night = { dayparts: [{ from: '01:00', to: '04:00' }], windowMinutes: 60 };
  const paris = (timesADay: number, day: string) =>
    plannedFlight(
      { ...night, timesADay, from: day, to: day },
      {
        spots: [flightSpot({ flightStart: '2027-01-01', flightEnd: '2027-12-31' })],
        stations: [buildStation({ timeZone: 'Europe/Paris' })],
      },
    );

  it('plans on the clock of each station', () => {
    const stations = [
      buildStation({ code: 'KAY', timeZone: 'Africa/Bamako' }),
      buildStation({ code: 'PAR', timeZone: 'Europe/Paris' }),
      buildStation({ code: 'DEL', timeZone: 'Asia/Kolkata' }),
    ];
    const { slots } = plannedFlight(
      { to: '2026-12-01', dayparts: [{ from: '00:30', to: '01:00' }] },
      { stations },
    );
    expect(slots.map(({ windowStart }) => windowStart.toISOString())).toEqual([
      '2026-12-01T00:30:00.000Z',
      '2026-11-30T23:30:00.000Z',
      '2026-11-30T19:00:00.000Z',
    ]);
    expect(new Set(slots.map(({ airDate }) => airDate))).toEqual(new Set(['2026-12-01']));
  });

  it('does not plan in the hour that spring skips, and says so', () => {
    // On 28 March 2027 at 2 the clocks of Paris show 3.
    const proposal = paris(3, '2027-03-28');
    expect(proposal.slots.map(({ windowStart }) => windowStart.toISOString())).toEqual([
      '2027-03-28T00:00:00.000Z',
      '2027-03-28T01:00:00.000Z',
    ]);
    expect(proposal.conflicts.map(({ reason }) => reason)).toEqual([
      { kind: 'time-skipped', stationCode: 'KAY', time: '02:00' },
    ]);
  });

  it('takes the first of the two hours of autumn, and never both', () => {
    // On 31 October 2027 at 3 the clocks of Paris show 2 once more.
    const proposal = paris(3, '2027-10-31');
    expect(proposal.slots.map(({ windowStart }) => windowStart.toISOString())).toEqual([
      '2027-10-30T23:00:00.000Z',
      '2027-10-31T00:00:00.000Z',
      '2027-10-31T02:00:00.000Z',
    ]);
    expect(proposal.conflicts).toEqual([]);
  });

  it('counts separation in real time where an hour comes twice', () => {
    const apart = (day: string) =>
      plannedFlight(
        {
          dayparts: [
            { from: '01:30', to: '02:00' },
            { from: '03:00', to: '03:30' },
          ],
          timesADay: 2,
          separationMinutes: 120,
          from: day,
          to: day,
        },
        {
          spots: [flightSpot({ flightStart: '2027-01-01', flightEnd: '2027-12-31' })],
          stations: [buildStation({ timeZone: 'Europe/Paris' })],
        },
      ).slots.length;
    expect(apart('2027-10-31')).toBe(2);
    expect(apart('2027-10-30')).toBe(1);
  });
});
