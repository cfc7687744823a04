import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  issueSignInLink,
  issueStationCode,
  lookAtSignInLink,
  readSignInLinks,
  revokeSignInLink,
  signInByLink,
  stationOfSession,
} from '../../../../src/use-cases/stations';
import { buildStation } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

let story: TestPorts;
let linkId: string;
let token: string;
beforeEach(async () => {
  story = await openTestPorts({
    content: { stations: [buildStation(), buildStation({ code: 'BKO' })] },
  });
  const issued = await issueSignInLink(story.ports, 'KAY', 'user:7');
  if (issued === null) throw new Error('There is no station KAY.');
  linkId = issued.link.id;
  token = new URL(issued.address).searchParams.get('jeton') ?? '';
});
afterEach(() => story.close());

describe('a link that signs a station in', () => {
  it('may be looked at by every scanner and preview, and still opens', async () => {
    for (let look = 0; look < 5; look += 1) {
      expect(await lookAtSignInLink(story.ports, token)).toMatchObject({ kind: 'open' });
    }
    const answer = await signInByLink(story.ports, token);
    expect(answer).toMatchObject({ kind: 'signed-in', stationCode: 'KAY' });
    const session = answer.kind === 'signed-in' ? answer.token : '';
    expect((await stationOfSession(story.ports, session))?.code).toBe('KAY');
  });

  it('opens once, also when two press its button at the same time', async () => {
    const answers = await Promise.all([
      signInByLink(story.ports, token),
      signInByLink(story.ports, token),
    ]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['closed', 'signed-in']);
    expect(await signInByLink(story.ports, token)).toEqual({ kind: 'closed', state: 'used' });
  });

  it('is good for a day, its last millisecond included', async () => {
    story.clock.set('2026-11-25T09:00:00.000Z');
    expect(await lookAtSignInLink(story.ports, token)).toMatchObject({ kind: 'open' });
    story.clock.set('2026-11-25T09:00:00.001Z');
    expect(await signInByLink(story.ports, token)).toEqual({ kind: 'closed', state: 'expired' });
  });

  it('is closed by the manager, and by a new access code', async () => {
    expect(await revokeSignInLink(story.ports, { linkId, stationCode: 'BKO', by: 'user:7' })).toBe(
      false,
    );
    expect(await revokeSignInLink(story.ports, { linkId, stationCode: 'KAY', by: 'user:7' })).toBe(
      true,
    );
    expect(await signInByLink(story.ports, token)).toEqual({ kind: 'closed', state: 'revoked' });

    const second = await issueSignInLink(story.ports, 'KAY', 'user:7');
    await issueStationCode(story.ports, 'KAY', 'user:7');
    const later = new URL(second?.address ?? '').searchParams.get('jeton') ?? '';
    expect(await signInByLink(story.ports, later)).toEqual({ kind: 'closed', state: 'revoked' });
    const states = (await readSignInLinks(story.ports, 'KAY')).map(({ state }) => state);
    expect(states).toEqual(['revoked', 'revoked']);
  });

  it.each(['', 'nonsense', 'x'.repeat(5000)])('opens nothing with %j', async (wrong) => {
    expect(await signInByLink(story.ports, wrong)).toEqual({ kind: 'unknown' });
  });

  it('has at least 128 bits, and is nowhere in the tables', async () => {
    expect(token.length).toBeGreaterThanOrEqual(22);
    const rows = JSON.stringify([
      await story.knex('ops_station_links').select(),
      await story.knex('ops_journal').select(),
    ]);
    expect(rows).not.toContain(token);
  });

  it('is not made for a station that does not exist', async () => {
    expect(await issueSignInLink(story.ports, 'XYZ', 'user:7')).toBeNull();
  });
});
