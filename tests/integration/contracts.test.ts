import { beforeAll, describe, expect, it } from 'vitest';

import { buildFlightTerms } from '../helpers/builders';
import { documentsAt, personAt, type Json } from '../helpers/desk-client';
import { dayFromNow, gatherTeam, plan, readySpot, write, type Team } from '../helpers/desk-stories';
import { pdfFacts } from '../helpers/read-pdf';
import { bootApp, type App } from '../helpers/strapi';

let app: App;
let team: Team;
let station: string;

beforeAll(async () => {
  app = await bootApp();
  team = await gatherTeam(app);
  const found = await app.ports.content.stationByCode('KIT');
  if (found === null) throw new Error('There is no station KIT.');
  station = found.documentId;
});

function form(what: Json = {}): Json {
  return {
    code: 'CTR-KIT-1',
    station,
    periodStart: dayFromNow(app, -20),
    periodEnd: dayFromNow(app, 20),
    airingsOwed: 40,
    priceXof: 1_250_000,
    ...what,
  };
}

async function contractOf(documentId: unknown): Promise<Json> {
  const { json } = await team.manager.get('/desk/contracts');
  const contracts = json['data'] as readonly Json[];
  const found = contracts.find((contract) => contract['documentId'] === documentId);
  if (found === undefined) throw new Error('The contract is not shown.');
  return found;
}

/** An airing that nobody had planned, confirmed an hour ago. */
async function air(id: string): Promise<void> {
  const now = app.ports.system.now();
  await app.ports.airings.add({
    id,
    idempotencyKey: `contract-${id}`,
    stationCode: 'KIT',
    slotId: null,
    spotCode: '9001',
    language: 'bm',
    durationSeconds: 30,
    outcome: 'unplanned',
    airedAt: new Date(now.getTime() - 3_600_000),
    missedReason: null,
    evidence: 'page',
    saidBy: 'station:KIT',
    recordedAt: now,
    supersedes: null,
  });
}

describe('a contract with a station', () => {
  it('is written at the desk, counted from the ledger, and attested on paper', async () => {
    const { documentId } = await write(team.manager, 'contract', form());
    const before = await contractOf(documentId);
    expect(before).toMatchObject({ stationCode: 'KIT', period: 'running', attestations: [] });

    const path = `/desk/contracts/${String(documentId)}/attestations`;
    const early = await team.manager.post(path);
    expect(early.status).toBe(422);
    expect(early.message).toContain('rien à attester');

    await air('first-airing-of-kit');
    const drawn = await team.manager.post(path);
    expect(drawn.status).toBe(201);
    expect(drawn.data['number']).toMatch(/^ATT-KIT-\d{4}$/);
    const again = await team.manager.post(path);
    expect(again.data).toEqual(drawn.data);

    const after = await contractOf(documentId);
    expect(after['account']).toMatchObject({ airedWhateverTheEvidence: 1, stillOwed: 39 });
    expect(after['attestations']).toHaveLength(1);

    const response = await fetch(`${app.url}/desk/attestations/${String(drawn.data['number'])}`, {
      headers: { Authorization: await app.signIn('yeelen-campaign-manager') },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(pdfFacts(Buffer.from(await response.arrayBuffer())).pages).toBeGreaterThan(0);
  });

  it('has days in order, a code of its own, and owes at least one airing', async () => {
    const refused: readonly [Json, RegExp][] = [
      [{ periodEnd: dayFromNow(app, -30) }, /fin de la période/],
      [{ code: 'kit 1' }, /majuscules/],
    ];
    for (const [what, words] of refused) {
      const answer = await team.manager.post(
        documentsAt('contract'),
        form({ code: 'CTR-KIT-9', ...what }),
      );
      expect(answer.status).toBe(400);
      expect(answer.message).toMatch(words);
    }
    for (const what of [{ airingsOwed: 0 }, { priceXof: -1 }, { periodStart: 'demain' }]) {
      const answer = await team.manager.post(
        documentsAt('contract'),
        form({ code: 'CTR-KIT-9', ...what }),
      );
      expect(answer.status).toBe(400);
    }
    const { json } = await team.manager.get('/desk/contracts');
    const codes = (json['data'] as readonly Json[]).map(({ code }) => code);
    expect(codes).not.toContain('CTR-KIT-9');
  });

  it('and its price are nobody’s business but the manager’s', async () => {
    const { documentId } = await write(team.manager, 'contract', form({ code: 'CTR-KIT-2' }));
    const address = `${documentsAt('contract')}/${String(documentId)}`;
    for (const person of [team.journalist, team.reviewer, personAt(app, null)]) {
      expect([401, 403]).toContain((await person.get(address)).status);
      expect([401, 403]).toContain((await person.get('/desk/contracts')).status);
    }
  });

  it('is answered in French when it, or its paper, does not exist', async () => {
    const contract = await team.manager.post('/desk/contracts/inconnu/attestations');
    expect([contract.status, contract.message]).toEqual([
      404,
      'Ce contrat n’existe plus. Rechargez la page.',
    ]);
    const paper = await team.manager.get('/desk/attestations/ATT-KIT-9999');
    expect([paper.status, paper.message]).toEqual([
      404,
      'Cette attestation n’existe pas. Vérifiez son numéro.',
    ]);
  });

  it('of the examples says that it is one', async () => {
    const { json } = await team.manager.get('/desk/contracts');
    const contracts = json['data'] as readonly Json[];
    const example = contracts.find(({ code }) => code === 'EXEMPLE-KAY');
    expect(example).toMatchObject({ stationCode: 'KAY', isExample: true });
  });
});

describe('planning beyond a contract', () => {
  it('is done, and says so: when a slot is added, when it is moved, when a flight is previewed', async () => {
    const spotCode = await readySpot(app, team.journalist);
    const BAF = await app.ports.content.stationByCode('BAF');
    await write(team.manager, 'contract', {
      code: 'CTR-BAF-ESSAI',
      station: BAF?.documentId,
      periodStart: dayFromNow(app, 1),
      periodEnd: dayFromNow(app, 5),
      airingsOwed: 1,
    });
    const add = (days: number) =>
      plan(app, team.manager, spotCode, { stationCodes: ['BAF'], days: [dayFromNow(app, days)] });
    const first = await add(2);
    expect([first.status, first.data['contractNotes']]).toEqual([201, []]);
    const second = await add(3);
    expect([second.status, second.data['contractNotes']]).toEqual([
      201,
      [expect.stringMatching(/^BAF : le contrat CTR-BAF-ESSAI prévoit 1 diffusions?, il y en/)],
    ]);
    const [slot] = second.data['slots'] as readonly { readonly id: string }[];
    const moved = await team.manager.post(`/desk/broadcast/slots/${slot?.id}/move`, {
      day: dayFromNow(app, 9),
      time: '10:00',
    });
    expect([moved.status, moved.data['contractNotes']]).toEqual([
      201,
      [expect.stringMatching(/^BAF : une diffusion tombe hors contrat, le /)],
    ]);
    const preview = await team.manager.post('/desk/flights/preview', {
      flightId: null,
      terms: {
        ...buildFlightTerms(),
        spotCodes: [spotCode],
        stationCodes: ['BAF'],
        from: dayFromNow(app, 4),
        to: dayFromNow(app, 7),
      },
    });
    expect(preview.data['contractNotes']).toEqual([
      expect.stringContaining('hors contrat'),
      expect.stringContaining('CTR-BAF-ESSAI'),
    ]);
  });
});
