import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  issueStationCode,
  signInStation,
  signOutStation,
  stationOfSession,
} from '../../../../src/use-cases/stations';
import { buildStation } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

let story: TestPorts;
let accessCode: string;
beforeEach(async () => {
  story = await openTestPorts({
    content: { stations: [buildStation(), buildStation({ code: 'BKO' })] },
  });
  accessCode = (await issueStationCode(story.ports, 'KAY', 'user:manager'))?.accessCode ?? '';
});
afterEach(() => story.close());

const HERE = '192.0.2.7';
const knock = (what: { stationCode?: string; accessCode?: string; address?: string } = {}) =>
  signInStation(story.ports, { stationCode: 'KAY', accessCode, address: HERE, ...what });
const fail = async (times: number, what = {}) => {
  const answers = [];
  for (let time = 0; time < times; time += 1) {
    answers.push(await knock({ accessCode: 'WRONG', ...what }));
  }
  return answers;
};

// Every attempt costs an scrypt, on purpose; a busy machine takes its time.
describe('a station that signs in', { timeout: 30_000 }, () => {
  it('gets a session that ends two hours after its last visit, and with the working day', async () => {
    const answer = await knock({ stationCode: ' kay ', accessCode: accessCode.toLowerCase() });
    expect(answer).toMatchObject({
      kind: 'signed-in',
      stationCode: 'KAY',
      expiresAt: new Date('2026-11-24T11:00:00Z'),
    });
    const token = answer.kind === 'signed-in' ? answer.token : '';
    expect(token.length).toBeGreaterThanOrEqual(43);
    const isOpenAt = async (instant: string) => {
      story.clock.set(instant);
      return (await stationOfSession(story.ports, token))?.code === 'KAY';
    };
    for (const hour of ['10:59', '12:58', '14:57', '16:56']) {
      expect(await isOpenAt(`2026-11-24T${hour}:00Z`)).toBe(true);
    }
    expect(await isOpenAt('2026-11-24T16:59:59.999Z')).toBe(true);
    expect(await isOpenAt('2026-11-24T17:00:00Z')).toBe(false);
  });

  it('is signed out when nobody came back for two hours', async () => {
    const answer = await knock();
    const token = answer.kind === 'signed-in' ? answer.token : '';
    story.clock.set('2026-11-24T11:00:00Z');
    expect(await stationOfSession(story.ports, token)).toBeNull();
  });

  it('signs out', async () => {
    const answer = await knock();
    const token = answer.kind === 'signed-in' ? answer.token : '';
    await signOutStation(story.ports, token);
    expect(await stationOfSession(story.ports, token)).toBeNull();
    await signOutStation(story.ports, token);
  });

  it('is told how many attempts are left', async () => {
    const answers = await fail(5);
    expect(answers).toEqual(
      [4, 3, 2, 1, 0].map((attemptsLeft) => ({ kind: 'wrong-code', attemptsLeft })),
    );
  });

  it('is locked out after five failures, with the right code too, until the window is over', async () => {
    await fail(5);
    expect(await knock()).toEqual({ kind: 'locked', retryAfterSeconds: 900 });
    story.clock.advance({ minutes: 14, seconds: 59 });
    expect(await knock()).toEqual({ kind: 'locked', retryAfterSeconds: 1 });
    story.clock.advance({ seconds: 1 });
    expect(await knock()).toMatchObject({ kind: 'signed-in' });
  });

  it('locks out no other station and no other address', async () => {
    await fail(5);
    const other = await issueStationCode(story.ports, 'BKO', 'user:manager');
    const code = other?.accessCode ?? '';
    expect(await knock({ stationCode: 'BKO', accessCode: code })).toMatchObject({
      kind: 'signed-in',
    });
    expect(await knock({ address: '192.0.2.8' })).toMatchObject({ kind: 'signed-in' });
  });

  it('begins anew after the right code', async () => {
    await fail(4);
    await knock();
    expect(await fail(1)).toEqual([{ kind: 'wrong-code', attemptsLeft: 4 }]);
  });

  it('has five attempts, not more, when it tries many at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => knock({ accessCode: 'WRONG' })),
    );
    const looked = answers.filter(({ kind }) => kind === 'wrong-code');
    expect(looked.length).toBeLessThanOrEqual(5);
    expect(await knock()).toMatchObject({ kind: 'locked' });
  });

  it('that does not exist is answered like one that does', async () => {
    const unknown = await fail(6, { stationCode: 'XYZ' });
    const known = await fail(6);
    expect(unknown).toEqual(known);
    const nonsense = await fail(6, { stationCode: '<script>' });
    expect(nonsense).toEqual(known);
  });

  it('without a code of its own cannot sign in, with an empty one neither', async () => {
    expect(await knock({ stationCode: 'BKO', accessCode: '' })).toMatchObject({
      kind: 'wrong-code',
    });
  });

  it('that was deleted cannot sign in, and its session ends', async () => {
    const answer = await knock();
    const token = answer.kind === 'signed-in' ? answer.token : '';
    story.content.stations = story.content.stations.filter(({ code }) => code !== 'KAY');
    expect(await stationOfSession(story.ports, token)).toBeNull();
    expect(await knock()).toMatchObject({ kind: 'wrong-code' });
  });
});

describe('a new access code', { timeout: 30_000 }, () => {
  it('closes the old one and ends the station’s sessions', async () => {
    const answer = await knock();
    const token = answer.kind === 'signed-in' ? answer.token : '';
    const renewed = await issueStationCode(story.ports, 'KAY', 'user:manager');
    expect(renewed?.accessCode).not.toBe(accessCode);
    expect(await stationOfSession(story.ports, token)).toBeNull();
    expect(await knock()).toMatchObject({ kind: 'wrong-code' });
    expect(await knock({ accessCode: renewed?.accessCode ?? '' })).toMatchObject({
      kind: 'signed-in',
    });
  });

  it('is not given to a station that does not exist', async () => {
    expect(await issueStationCode(story.ports, 'XYZ', 'user:manager')).toBeNull();
  });

  it('is nowhere in the tables, nor is a token or an address', async () => {
    const answer = await knock();
    await fail(1);
    const token = answer.kind === 'signed-in' ? answer.token : '';
    const tables = [
      'ops_station_codes',
      'ops_station_sessions',
      'ops_sign_in_failures',
      'ops_journal',
    ];
    const rows: unknown[] = [];
    for (const table of tables) rows.push(await story.knex(table).select());
    const stored = JSON.stringify(rows);
    for (const secret of [accessCode, accessCode.replaceAll('-', ''), token, HERE]) {
      expect(stored).not.toContain(secret);
    }
  });
});
