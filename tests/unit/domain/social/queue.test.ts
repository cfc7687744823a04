import { describe, expect, it } from 'vitest';

import { freeTimes, type PostingTime } from '../../../../src/domain/social';

const QUEUE: readonly PostingTime[] = [
  { weekday: 'tuesday', time: '19:00' },
  { weekday: 'friday', time: '12:30' },
];

const free = (after: string, count = 1, taken: readonly string[] = [], zone = 'Africa/Bamako') =>
  freeTimes(
    QUEUE,
    taken.map((at) => new Date(at)),
    new Date(after),
    zone,
    count,
  ).map((at) => at.toISOString());

describe('the next free time of the queue', () => {
  it('is the next of the week, on the campaign’s clock', () => {
    // Thursday.
    expect(free('2026-11-26T10:00:00Z', 3)).toEqual([
      '2026-11-27T12:30:00.000Z',
      '2026-12-01T19:00:00.000Z',
      '2026-12-04T12:30:00.000Z',
    ]);
  });

  it('is not the one at which something goes out already, nor the present instant', () => {
    expect(free('2026-11-27T12:30:00.000Z')).toEqual(['2026-12-01T19:00:00.000Z']);
    expect(free('2026-11-26T10:00:00Z', 1, ['2026-11-27T12:30:00Z'])).toEqual([
      '2026-12-01T19:00:00.000Z',
    ]);
  });

  it('is none without a queue', () => {
    expect(freeTimes([], [], new Date(), 'Africa/Bamako', 5)).toEqual([]);
  });

  it('keeps the hour of the clock over both changes in Paris, while Bamako has none', () => {
    // Paris: +1 in winter, +2 in summer; the clocks change on 28 March and 31 October 2027.
    expect(free('2027-03-25T00:00:00Z', 2, [], 'Europe/Paris')).toEqual([
      '2027-03-26T11:30:00.000Z',
      '2027-03-30T17:00:00.000Z',
    ]);
    expect(free('2027-10-28T00:00:00Z', 2, [], 'Europe/Paris')).toEqual([
      '2027-10-29T10:30:00.000Z',
      '2027-11-02T18:00:00.000Z',
    ]);
    expect(free('2027-03-25T00:00:00Z', 2)).toEqual([
      '2027-03-26T12:30:00.000Z',
      '2027-03-30T19:00:00.000Z',
    ]);
  });

  it('leaves out an hour that the clocks skip, and takes once one that they show twice', () => {
    const night: readonly PostingTime[] = [{ weekday: 'sunday', time: '02:30' }];
    const at = (after: string) =>
      freeTimes(night, [], new Date(after), 'Europe/Paris', 2).map((each) => each.toISOString());
    expect(at('2027-03-22T00:00:00Z')).toEqual([
      '2027-04-04T00:30:00.000Z',
      '2027-04-11T00:30:00.000Z',
    ]);
    expect(at('2027-10-25T00:00:00Z')).toEqual([
      '2027-10-31T00:30:00.000Z',
      '2027-11-07T01:30:00.000Z',
    ]);
  });
});
