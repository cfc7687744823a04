import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { attestContract, readContracts } from '../../../../src/use-cases/broadcast';
import {
  buildAiring,
  buildContract,
  buildSlot,
  buildSpot,
  buildStation,
} from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

let world: TestPorts;
const contract = buildContract({ airingsOwed: 3 });
const asked = { contractDocumentId: contract.documentId, by: 'user:7' };

beforeEach(async () => {
  world = await openTestPorts({
    now: '2026-12-10T12:00:00Z',
    content: { contracts: [contract], stations: [buildStation()], spots: [buildSpot()] },
  });
});
afterEach(() => world.close());

async function air(id: string): Promise<void> {
  const slot = buildSlot({
    id: `slot-${id}`,
    windowStart: new Date(`2026-12-0${id}T07:00:00Z`),
    windowEnd: new Date(`2026-12-0${id}T07:30:00Z`),
    airDate: `2026-12-0${id}`,
  });
  await world.ports.slots.addAll([slot], 'user:7', world.clock.now());
  await world.ports.airings.add(
    buildAiring({ id: `airing-${id}`, slotId: slot.id, airedAt: slot.windowStart }),
  );
}

async function attested() {
  const outcome = await attestContract(world.ports, asked);
  if (outcome.kind !== 'attested') throw new Error(outcome.kind);
  return outcome.attestation;
}

describe('an attestation', () => {
  it('holds what the ledger says, under the first number of the station', async () => {
    await air('1');
    await air('2');
    const { number, content, issuedBy } = await attested();
    expect(number).toBe('ATT-KAY-0001');
    expect(issuedBy).toBe('user:7');
    expect(content.account).toMatchObject({ airedWhateverTheEvidence: 2, stillOwed: 1 });
    expect(content.lines.map(({ day }) => day)).toEqual(['2026-12-01', '2026-12-02']);
    expect(content.spots).toEqual([
      { code: '0042', title: 'Partir, c’est aussi savoir', language: 'fr' },
    ]);
  });

  it('drawn up twice, also at once, is one paper', async () => {
    await air('1');
    const [one, other] = await Promise.all([attested(), attested()]);
    world.clock.advance({ days: 1 });
    const later = await attested();
    expect([other, later]).toEqual([one, one]);
    expect(await world.ports.attestations.all()).toHaveLength(1);
    const notes = await world.knex('ops_journal').where({ action: 'attestation-issued' });
    expect(notes).toHaveLength(1);
  });

  it('is another one after a correction, and the first stays as it was signed', async () => {
    await air('1');
    const first = await attested();
    await air('2');
    const second = await attested();
    expect(second.number).toBe('ATT-KAY-0002');
    expect(second.contentHash).not.toBe(first.contentHash);
    expect(await world.ports.attestations.byNumber(first.number)).toEqual(first);
  });

  it('names a missed window beside its make-good, and what became of that', async () => {
    await air('1');
    const missed = buildSlot({
      id: 'slot-missed',
      windowStart: new Date('2026-12-04T07:00:00Z'),
      windowEnd: new Date('2026-12-04T07:30:00Z'),
      airDate: '2026-12-04',
    });
    await world.ports.slots.addAll([missed], 'user:7', world.clock.now());
    await world.ports.airings.add(
      buildAiring({
        id: 'airing-missed',
        slotId: missed.id,
        outcome: 'missed',
        airedAt: null,
        missedReason: 'power',
      }),
    );
    expect((await attested()).content).toMatchObject({ format: 1 });
    const again = {
      ...missed,
      id: 'slot-again',
      windowStart: new Date('2026-12-09T18:00:00Z'),
      windowEnd: new Date('2026-12-09T18:30:00Z'),
      airDate: '2026-12-09',
    };
    await world.ports.flights.replace({
      slot: again,
      origin: { flightId: null, kind: 'make-good', fromSlotId: missed.id },
      cancel: null,
      by: 'user:7',
      at: world.clock.now(),
    });
    const planned = await attested();
    expect(planned.content).toMatchObject({
      format: 2,
      madeGood: [
        {
          spotCode: '0042',
          missedDay: '2026-12-04',
          missedTime: '07:00',
          missedReason: 'power',
          day: '2026-12-09',
          time: '18:00',
          state: 'unanswered',
        },
      ],
    });
    await world.ports.airings.add(
      buildAiring({ id: 'airing-again', slotId: again.id, airedAt: again.windowStart }),
    );
    const aired = await attested();
    expect(aired.content.madeGood?.[0]?.state).toBe('aired');
    expect(aired.number).not.toBe(planned.number);
  });

  it('outlives the sheet of a spot', async () => {
    await air('1');
    world.content.spots.length = 0;
    expect((await attested()).content.spots).toEqual([
      { code: '0042', title: null, language: null },
    ]);
  });

  it('is not drawn up of nothing', async () => {
    expect((await attestContract(world.ports, asked)).kind).toBe('nothing-aired');
    expect(await world.ports.attestations.all()).toEqual([]);
  });

  it('needs a contract and a station', async () => {
    const nowhere = await attestContract(world.ports, { ...asked, contractDocumentId: 'gone' });
    expect(nowhere.kind).toBe('not-found');
    world.content.stations.length = 0;
    expect((await attestContract(world.ports, asked)).kind).toBe('no-station');
  });

  it('says that it comes from examples', async () => {
    await air('1');
    world.content.stations[0] = buildStation({ isExample: true });
    expect((await attested()).content.isExample).toBe(true);
  });
});

describe('the contracts', () => {
  it('are read against the ledger, with their papers', async () => {
    await air('1');
    const { number } = await attested();
    const [view] = await readContracts(world.ports);
    expect(view).toMatchObject({ code: 'CTR-KAY-1', stationName: 'Radio KAY', period: 'running' });
    expect(view?.account).toMatchObject({ airedWhateverTheEvidence: 1, stillOwed: 2, toPlan: 2 });
    expect(view?.attestations.map((paper) => paper.number)).toEqual([number]);
  });

  it('without a station are shown without figures', async () => {
    world.content.contracts[0] = { ...contract, stationCode: null };
    const [view] = await readContracts(world.ports);
    expect(view).toMatchObject({ stationName: null, account: null });
  });

  it('of one station on the same days name each other', async () => {
    world.content.contracts.push(buildContract({ code: 'CTR-KAY-2', documentId: 'other' }));
    expect((await readContracts(world.ports)).map(({ overlaps }) => overlaps)).toEqual([
      ['CTR-KAY-2'],
      ['CTR-KAY-1'],
    ]);
  });
});
