import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, DeliveryContent, DeliveryState } from '../../../../src/domain/social';
import { readResults } from '../../../../src/use-cases/results';
import {
  buildAiring,
  buildGathering,
  buildIndicator,
  buildStation,
  buildStationZone,
  buildZone,
} from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

const NOW = new Date('2026-12-20T18:00:00Z');
const certain = (share: number) => ({ low: share, likely: share, high: share });

let test: TestPorts;

beforeEach(async () => {
  test = await openTestPorts({
    now: NOW,
    content: {
      zones: [buildZone({ population: 100_000 }), buildZone({ code: 'KITA', name: 'Kita' })],
      stations: [
        buildStation({
          code: 'KAY',
          zones: [
            buildStationZone({
              coverage: certain(0.5),
              weeklyListeners: certain(0.4),
              hearsOneAiring: certain(0.5),
            }),
          ],
        }),
        buildStation({ code: 'NIO', name: 'Radio Nioro', zones: [] }),
      ],
      gatherings: [
        buildGathering({ code: 'G1', place: 'Kéniéba' }),
        buildGathering({ code: 'G2', place: 'KENIEBA', kind: 'debate', date: '2026-12-06' }),
      ],
      indicators: [
        buildIndicator({ code: 'FORMES', kind: 'registered', source: 'entered', order: 1 }),
        buildIndicator({ code: 'AVERTIS', source: 'people-made-aware', order: 2 }),
        buildIndicator({ code: 'TOUCHES', kind: 'modelled', source: 'modelled-reach', order: 3 }),
        buildIndicator({
          code: 'DEBATS',
          kind: 'registered',
          source: 'gatherings-debate',
          order: 4,
        }),
      ],
    },
  });
});

afterEach(async () => {
  await test.close();
});

function delivery(id: string, state: DeliveryState, content: Partial<DeliveryContent>): Delivery {
  return {
    id,
    idempotencyKey: `key-${id}`,
    content: {
      postCode: 'POST-1',
      accountCode: 'MUR',
      network: 'simulator',
      mediaKind: 'card',
      notAfter: null,
      language: 'fr',
      text: 'Avant de partir, informez-vous.',
      altText: 'Le titre du message',
      pictureKey: null,
      pictureSha256: null,
      dueAt: NOW,
      lateToleranceMinutes: 60,
      ...content,
    },
    approvalHash: 'hash',
    approvedBy: 'user:manager',
    state,
    version: 1,
    claim: null,
    leaseUntil: null,
    sendStartedAt: null,
    notBefore: NOW,
    attempts: 1,
    remoteId: null,
    remoteUrl: null,
    sentAt: state === 'sent' ? NOW : null,
    lastWords: null,
  };
}

async function confirm(id: string, what: Parameters<typeof buildAiring>[0] = {}): Promise<void> {
  await test.ports.airings.add(buildAiring({ id, slotId: null, outcome: 'unplanned', ...what }));
}

describe('the results of a campaign', () => {
  it('are empty, not zero, before anything was aired, counted or entered', async () => {
    test.content.gatherings = [];
    const view = await readResults(test.ports, NOW);
    expect(view.reach.total).toBeNull();
    expect(view.madeAware.total).toBeNull();
    expect(view.indicators.map(({ code, value }) => [code, value])).toEqual([
      ['FORMES', null],
      ['AVERTIS', null],
      ['TOUCHES', null],
      ['DEBATS', 0],
    ]);
    expect(view.readAt).toBe('2026-12-20T18:00:00.000Z');
  });

  it('bring airings, gatherings and entered values together, each figure with its kind', async () => {
    await confirm('one');
    await confirm('two', { evidence: 'telephone' });
    test.content.indicatorValues = [
      {
        indicatorCode: 'FORMES',
        periodStart: '2026-10-01',
        periodEnd: '2026-12-31',
        value: 24,
        evidence: 'Liste no 3',
      },
    ];
    const view = await readResults(test.ports, NOW);
    // 100,000 x 0.5 x 0.4 x (1 - 0.5^2)
    expect(view.reach.total).toEqual({ low: 15_000, central: 15_000, high: 15_000 });
    expect(view.indicators.map(({ kind, value }) => [kind, value])).toEqual([
      ['registered', 24],
      ['headcount', 120],
      ['modelled', 15_000],
      ['registered', 1],
    ]);
    expect(view.airings.byEvidence).toEqual({
      recording: 0,
      imported: 0,
      page: 1,
      sms: 0,
      telephone: 1,
    });
    expect(view.madeAware).toMatchObject({ total: 120, grossAttendance: 240 });
    expect(view.gatherings).toMatchObject({ assembly: 1, debate: 1, play: 0 });
    expect(view.reach.notCounted).toMatchObject([{ stationCode: 'NIO', reason: 'no-zone' }]);
  });

  it('follow a correction: an airing withdrawn reaches nobody', async () => {
    await confirm('one');
    await confirm('two');
    await confirm('three', {
      supersedes: 'two',
      outcome: 'missed',
      airedAt: null,
      missedReason: 'power',
    });
    const view = await readResults(test.ports, NOW);
    expect(view.airings).toMatchObject({ confirmed: 1, byOutcome: { unplanned: 1, missed: 1 } });
    expect(view.reach.total?.central).toBe(10_000);
  });

  it('count what was published, by state', async () => {
    const rows = [
      delivery('d1', 'sent', { language: 'fr' }),
      delivery('d2', 'sent', { language: 'bm' }),
      delivery('d3', 'queued', { postCode: 'POST-2' }),
    ];
    const deliveries = { all: async () => rows };
    const { posts } = await readResults({ ...test.ports, deliveries }, NOW);
    expect(posts.postsPublished).toBe(1);
    expect(posts.byState).toMatchObject({ sent: 2, queued: 1, failed: 0 });
  });

  it('count a file as downloaded when a station holds all of it, in one go or resumed', async () => {
    const receipt = (id: string, renditionId: string, firstByte: number, lastByte: number) =>
      test.ports.receipts.add({
        id,
        stationCode: 'KAY',
        renditionId,
        spotCode: '0042',
        firstByte,
        lastByte,
        sizeBytes: 1_000,
        isWhole: firstByte === 0 && lastByte === 999,
        at: NOW,
      });
    await receipt('r1', 'whole', 0, 999);
    await receipt('r2', 'resumed', 0, 499);
    await receipt('r3', 'resumed', 500, 999);
    await receipt('r4', 'broken-off', 0, 499);
    const { downloads } = await readResults(test.ports, NOW);
    expect(downloads).toEqual({ whole: 2, partial: 1, stations: 1 });
  });

  it('say so when example data is among what was counted', async () => {
    expect((await readResults(test.ports, NOW)).containsExamples).toBe(false);
    test.content.stations = test.content.stations.map((one) => ({ ...one, isExample: true }));
    expect((await readResults(test.ports, NOW)).containsExamples).toBe(false);
    await confirm('one');
    expect((await readResults(test.ports, NOW)).containsExamples).toBe(true);
  });

  it('say so when something lies outside the dates of the campaign', async () => {
    await confirm('one');
    test.content.campaign = {
      ...test.content.campaign,
      startsOn: '2026-12-02',
      endsOn: '2026-12-05',
    };
    const view = await readResults(test.ports, NOW);
    expect(view.outsideCampaignDates).toEqual({ gatherings: 1, airings: 1 });
    expect(view.reach.total?.central).toBe(10_000);
  });

  it('travel as JSON without losing anything', async () => {
    await confirm('one');
    const view = await readResults(test.ports, NOW);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});
