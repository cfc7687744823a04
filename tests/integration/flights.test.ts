import { beforeAll, describe, expect, it } from 'vitest';

import { cartDaysFor } from '../../src/domain/audio';
import { profileHash } from '../../src/use-cases/audio';
import { buildRendition, buildSpotVersion } from '../helpers/builders';
import { personAt, type Json, type Person } from '../helpers/desk-client';
import { dayFromNow, gatherTeam, inventory, newSpot, type Team } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

let app: App;
let team: Team;
let manager: Person;
let spotCode: string;

beforeAll(async () => {
  app = await bootApp();
  team = await gatherTeam(app);
  ({ manager } = team);
  spotCode = await preparedSpot();
});

/** A spot whose files are said to be there for every profile: planning never opens them. */
async function preparedSpot(): Promise<string> {
  const code = await newSpot(app, team.journalist);
  const version = { id: `version-${code}`, spotCode: code };
  await app.ports.spotVersions.add(buildSpotVersion(version));
  for (const profile of await app.ports.content.profiles()) {
    await app.ports.renditions.add(
      buildRendition({
        id: `rendition-${code}-${profile.code}`,
        spotVersionId: version.id,
        spotCode: code,
        profileCode: profile.code,
        profileHash: profileHash(profile),
        cartDays: cartDaysFor(profile, {
          flightStart: dayFromNow(app, 0),
          flightEnd: dayFromNow(app, 30),
        }),
      }),
    );
  }
  return code;
}

const terms = (what: Json = {}): Json => ({
  name: 'Vague d’essai',
  spotCodes: [spotCode],
  stationCodes: ['KAY', 'BKO'],
  from: dayFromNow(app, 2),
  to: dayFromNow(app, 4),
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayparts: [{ from: '06:00', to: '09:00' }],
  timesADay: 1,
  windowMinutes: 30,
  languageShares: {},
  separationMinutes: 0,
  capADay: 20,
  priority: 3,
  ...what,
});

type Slot = { readonly id: string; readonly windowStart: string; readonly stationCode: string };

async function week(from: number, to = from): Promise<readonly Json[]> {
  const range = `from=${dayFromNow(app, from)}&to=${dayFromNow(app, to)}`;
  const { data } = await manager.get(`/desk/broadcast/week?${range}`);
  return (data['rows'] as readonly Json[]).filter(
    (row) => (row['spot'] as { code: string }).code === spotCode,
  );
}

describe('a flight at the desk', () => {
  it('is shown, planned, planned again and ended', async () => {
    const before = await inventory(app);
    const shown = await manager.post('/desk/flights/preview', { flightId: null, terms: terms() });
    expect(shown.status).toBe(200);
    expect(shown.data).toMatchObject({ wanted: 6, planned: 6, added: 6, conflicts: [] });
    expect(await inventory(app)).toEqual(before);

    const written = await manager.post('/desk/flights', terms());
    expect(written.status).toBe(201);
    expect(written.data).toMatchObject({ added: 6, cancelled: 0 });
    const flight = written.data['flight'] as { id: string; revision: number };
    expect(await week(2, 4)).toHaveLength(6);

    const address = `/desk/flights/${flight.id}/plan`;
    const again = await manager.post(address, {
      revision: flight.revision,
      terms: terms({ to: dayFromNow(app, 3) }),
    });
    expect(again.data).toMatchObject({ added: 0, cancelled: 2, unchanged: 4 });
    const late = await manager.post(address, { revision: flight.revision, terms: terms() });
    expect(late.status).toBe(409);
    expect(late.message).toMatch(/Rechargez la page/);

    const listed = await manager.get('/desk/flights');
    const rows = listed.json['data'] as readonly { flight: { id: string }; counts: Json }[];
    expect(rows.find((row) => row.flight.id === flight.id)?.counts).toMatchObject({
      planned: 4,
      upcoming: 4,
    });
    const stopped = await manager.post(`/desk/flights/${flight.id}/stop`);
    expect(stopped.data).toEqual({ kind: 'stopped', cancelled: 4 });
    expect(await week(2, 4)).toEqual([]);
  });

  it('tells each conflict in French, with its days', async () => {
    const shown = await manager.post('/desk/flights/preview', {
      flightId: null,
      terms: terms({ from: dayFromNow(app, 29), to: dayFromNow(app, 32) }),
    });
    const conflicts = shown.data['conflicts'] as readonly { sentence: string }[];
    expect(conflicts.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(
        /^Le spot \d{4} se diffuse du .* au .* seulement\. 4 diffusions touchées/,
      ),
    ]);
  });

  it.each<readonly [string, Json | (() => Json), number, RegExp]>([
    ['nothing at all', {}, 400, /Champ manquant/],
    ['a number that is a word', terms_({ timesADay: 'deux' }), 400, /terms\.timesADay/],
    ['a million slots', terms_({ timesADay: 999_999 }), 422, /5.999.994 diffusions/],
    ['a day that does not exist', terms_({ from: '2026-02-31' }), 422, /n’est pas un jour/],
    ['an unknown spot', terms_({ spotCodes: ['9999'] }), 422, /9999 n’existe pas/],
    ['an unknown station', terms_({ stationCodes: ['ZZZ'] }), 422, /ZZZ n’existe pas/],
    ['shares that are not whole', terms_({ languageShares: { fr: 70 } }), 422, /100 %/],
    ['a language that is none', terms_({ languageShares: { en: 100 } }), 400, /languageShares/],
  ])('refuses %s and writes nothing', async (_, what, status, sentence) => {
    const before = await inventory(app);
    const body = typeof what === 'function' ? what() : what;
    for (const address of ['/desk/flights/preview', '/desk/flights']) {
      const asked = address.endsWith('preview') ? { flightId: null, terms: body } : body;
      const answer = await manager.post(address, Object.keys(body).length === 0 ? {} : asked);
      expect(answer.status).toBe(status);
      if (address.endsWith('preview')) expect(answer.message).toMatch(sentence);
    }
    expect(await inventory(app)).toEqual(before);
  });

  it('is not for a visitor or a journalist', async () => {
    expect((await personAt(app, null).post('/desk/flights', terms())).status).toBe(401);
    expect((await team.journalist.post('/desk/flights', terms())).status).toBe(403);
    expect((await manager.post('/desk/flights/nulle-part/stop')).status).toBe(404);
  });
});

/** Terms that are made when the house is open: the days depend on its clock. */
function terms_(what: Json): () => Json {
  return () => terms(what);
}

describe('one slot of the week', () => {
  it('moves, keeps its history and is refused in French', async () => {
    const planned = await manager.post(
      '/desk/flights',
      terms({ name: 'Pour déplacer', from: dayFromNow(app, 6), to: dayFromNow(app, 7) }),
    );
    expect(planned.status).toBe(201);
    const [row] = await week(6);
    const slot = row?.['slot'] as Slot;
    const address = `/desk/broadcast/slots/${slot.id}/move`;
    const outside = await manager.post(address, { day: dayFromNow(app, 9), time: '10:00' });
    expect(outside.status).toBe(422);
    expect(outside.message).toMatch(/^La vague « Pour déplacer » va du/);
    const moved = await manager.post(address, { day: dayFromNow(app, 7), time: '10:00' });
    expect(moved.status).toBe(201);
    const there = (await week(7)).find((each) => each['cameFrom'] !== null);
    expect(there).toMatchObject({
      cameFrom: { kind: 'move', windowStart: slot.windowStart },
      flight: { name: 'Pour déplacer' },
    });
    expect((await app.ports.slots.byId(slot.id))?.state).toBe('cancelled');
    expect((await manager.post(address, {})).status).toBe(400);
  });

  it('that was missed is made good by one touch, once', async () => {
    const [row] = await week(7);
    const { id } = row?.['slot'] as Slot;
    const address = `/desk/broadcast/slots/${id}/make-good`;
    expect((await manager.get(address)).message).toMatch(/Seule une diffusion manquée/);
    app.setClock(new Date(Date.parse(String((row?.['slot'] as Slot).windowStart)) + 60_000));
    try {
      const said = await manager.post(`/desk/broadcast/slots/${id}/confirmation`, {
        outcome: 'missed',
        missedReason: 'power',
        idempotencyKey: `manque-${id}`,
      });
      expect(said.status).toBe(201);
      const refused = await manager.post(address);
      // It was the last day of its flight, and two hours must lie between.
      expect(refused.status).toBe(422);
      expect(refused.message).toMatch(/plus de créneau libre/);
    } finally {
      app.setClock(null);
    }
  });
});
