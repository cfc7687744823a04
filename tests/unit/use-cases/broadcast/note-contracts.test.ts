import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { moveSlot, planSlots, previewFlight } from '../../../../src/use-cases/broadcast';
import { contractNoteSentence } from '../../../../src/wording/contracts';
import { buildAiring, buildContract, buildFlightTerms } from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { openBroadcastStory, planOne } from './broadcast-story';

let story: TestPorts;
beforeEach(async () => {
  story = await openBroadcastStory({
    contracts: [
      buildContract({ periodStart: '2026-12-01', periodEnd: '2026-12-10', airingsOwed: 3 }),
    ],
  });
});
afterEach(() => story.close());

async function plan(days: readonly string[], times: readonly string[] = ['07:00']) {
  const answer = await planSlots(story.ports, {
    spotCode: '0042',
    stationCodes: ['KAY', 'BKO'],
    days,
    times,
    windowMinutes: 30,
    by: 'user:manager',
  });
  if (answer.kind !== 'planned') throw new Error(JSON.stringify(answer.refusals));
  return answer.contractNotes;
}

async function move(slotId: string, day: string, stationCode = 'KAY') {
  const time = '09:00';
  const answer = await moveSlot(story.ports, { slotId, day, time, stationCode, by: 'user:1' });
  if (answer.kind !== 'moved') throw new Error(JSON.stringify(answer));
  return answer.contractNotes;
}

describe('a slot that is added', () => {
  it('is told as outside the contract, and is planned all the same; a station without one is not told about', async () => {
    const notes = await plan(['2026-12-11']);
    expect(notes).toMatchObject([{ kind: 'outside-contract', stationCode: 'KAY', count: 1 }]);
    expect(await story.ports.slots.all()).toHaveLength(2);
  });

  it('counts with what is aired and what is to come, and asking again adds nothing', async () => {
    await story.ports.airings.add(
      buildAiring({ slotId: null, outcome: 'unplanned', airedAt: new Date('2026-12-01T06:00Z') }),
    );
    expect(await plan(['2026-12-02', '2026-12-03'])).toEqual([]);
    expect(await plan(['2026-12-02', '2026-12-03'])).toEqual([]);
    expect(await plan(['2026-12-04'])).toMatchObject([{ airingsOwed: 3, airings: 4 }]);
  });
});

describe('a slot that is moved', () => {
  it('to a day outside the contract is told; within it, nothing changes', async () => {
    await plan(['2026-12-02', '2026-12-03']);
    const slotId = await planOne(story, '2026-12-04');
    expect(await move(slotId, '2026-12-05')).toEqual([]);
    const again = (await story.ports.slots.between('2026-12-05', '2026-12-05', 'KAY'))[0];
    expect(await move(again?.id ?? '', '2026-12-12')).toMatchObject([
      { kind: 'outside-contract', firstDay: '2026-12-12' },
    ]);
  });

  it('to a station whose contract is full is told', async () => {
    await plan(['2026-12-02', '2026-12-03', '2026-12-04']);
    const [atBamako] = await story.ports.slots.between('2026-12-02', '2026-12-02', 'BKO');
    expect(await move(atBamako?.id ?? '', '2026-12-06')).toMatchObject([
      { kind: 'beyond-contract', airings: 4 },
    ]);
  });
});

describe('the preview of a flight', () => {
  it('says both', async () => {
    const terms = buildFlightTerms({
      spotCodes: ['0042'],
      stationCodes: ['KAY'],
      from: '2026-12-07',
      to: '2026-12-12',
    });
    const answer = await previewFlight(story.ports, { flightId: null, terms });
    if (answer.kind !== 'preview') throw new Error(JSON.stringify(answer.refusals));
    const words = answer.preview.contractNotes.map(contractNoteSentence);
    expect(words).toEqual([
      'KAY : 2 diffusions tombent hors contrat, entre le 11/12/2026 et le 12/12/2026. Changez le jour, ou convenez-en avec la radio.',
      'KAY : le contrat CTR-KAY-1 prévoit 3 diffusions, il y en aurait 4, passées et à venir. Retirez-en, ou convenez-en avec la radio.',
    ]);
  });
});
