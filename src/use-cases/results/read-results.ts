import type { Campaign, Ports } from '../../composition/ports';
import { filesHeldWhole, fileAtStation } from '../../domain/delivery';
import {
  gatheringsByKind,
  isWithin,
  madeAware,
  tallyRumours,
  type GatheringKind,
  type MadeAware,
  type Period,
  type RumourTally,
} from '../../domain/outreach';
import {
  confirmedAirings,
  indicatorProgress,
  reachOf,
  tallyAirings,
  type AiringTally,
  type IndicatorProblem,
  type IndicatorProgress,
  type Reach,
} from '../../domain/results';
import { dayInZone } from '../../domain/shared';
import {
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
  type InsightLine,
} from '../../domain/social';
import { readSocialLines } from './social-figures';

/** Reading only: of the operational stores nothing but their rows. */
export type ResultsPorts = Pick<Ports, 'content'> & {
  readonly airings: Pick<Ports['airings'], 'all'>;
  readonly deliveries: Pick<Ports['deliveries'], 'all'>;
  readonly receipts: Pick<Ports['receipts'], 'all'>;
  readonly insights: Pick<Ports['insights'], 'all'>;
  readonly rumours: Pick<Ports['rumours'], 'all'>;
};

/** Posts on the networks. What the networks say of them stands beside it, and is counted nowhere else. */
export type PostsView = {
  /** Posts of which at least one part was published. */
  readonly postsPublished: number;
  /** Parts (a post in one language on one account) by state. */
  readonly byState: Readonly<Record<DeliveryState, number>>;
};

/** Files that stations fetched. */
export type DownloadsView = {
  /** Files held whole by a station: the same file at two stations is two. */
  readonly whole: number;
  /** Files of which a station has only a part so far. */
  readonly partial: number;
  /** Stations that hold at least one file whole. */
  readonly stations: number;
};

/** All that the results page shows, as plain JSON. */
export type ResultsView = {
  /** ISO 8601, UTC. */
  readonly readAt: string;
  readonly campaign: Pick<Campaign, 'name' | 'startsOn' | 'endsOn' | 'partners' | 'donors'>;
  /** Some of what was counted is example data, to be replaced. */
  readonly containsExamples: boolean;
  readonly indicators: readonly IndicatorProgress[];
  readonly problems: readonly IndicatorProblem[];
  readonly reach: Reach;
  readonly madeAware: MadeAware;
  readonly gatherings: Readonly<Record<GatheringKind, number>>;
  readonly airings: AiringTally;
  readonly posts: PostsView;
  /** What each network says of published posts, by its own names; no two lines may be added. */
  readonly social: readonly InsightLine[];
  readonly rumours: RumourTally;
  readonly downloads: DownloadsView;
  /** Counted, though they lie outside the campaign's dates: the page says so. */
  readonly outsideCampaignDates: { readonly gatherings: number; readonly airings: number };
};

/** Everything that was ever recorded here belongs to the one campaign of this installation. */
const WHOLE_CAMPAIGN: Period = { from: null, to: null };

/**
 * Reads the figures of the campaign: indicators against their targets, reach from confirmed airings, people made
 * aware, the ledger, posts and downloads. Reads only; nothing is stored, so a correction shows at the next look.
 */
export async function readResults(ports: ResultsPorts, now: Date): Promise<ResultsView> {
  const { content } = ports;
  const [campaign, stations, zones, gatherings, indicators, values] = await Promise.all([
    content.campaign(),
    content.stations(),
    content.zones(),
    content.gatherings(),
    content.indicators(),
    content.indicatorValues(),
  ]);
  const [ledger, deliveries, receipts] = await Promise.all([
    ports.airings.all(),
    ports.deliveries.all(),
    ports.receipts.all(),
  ]);

  const reach = reachOf({ stations, zones, airings: ledger });
  const aware = madeAware(gatherings, WHOLE_CAMPAIGN);
  const byKind = gatheringsByKind(gatherings, WHOLE_CAMPAIGN);
  const progress = indicatorProgress(indicators, values, {
    madeAware: aware.total,
    reach: reach.total,
    gatherings: byKind,
  });

  const dates: Period = { from: campaign.startsOn, to: campaign.endsOn };
  const isOutside = (instant: Date | null): boolean =>
    instant !== null && !isWithin(dayInZone(instant, campaign.timeZone), dates);
  const heard = new Set(confirmedAirings(ledger).map(({ stationCode }) => stationCode));
  return {
    readAt: now.toISOString(),
    campaign: {
      name: campaign.name,
      startsOn: campaign.startsOn,
      endsOn: campaign.endsOn,
      partners: campaign.partners,
      donors: campaign.donors,
    },
    containsExamples:
      gatherings.some(({ isExample }) => isExample) ||
      stations.some(({ code, isExample }) => isExample && heard.has(code)),
    indicators: progress.indicators,
    problems: progress.problems,
    reach,
    madeAware: aware,
    gatherings: byKind,
    airings: tallyAirings(ledger),
    posts: postsOf(deliveries),
    social: await readSocialLines(ports),
    rumours: tallyRumours(
      await ports.rumours.all(),
      await content.spots(),
      confirmedAirings(ledger),
    ),
    downloads: downloadsOf(receipts),
    outsideCampaignDates: {
      gatherings: gatherings.filter(({ date }) => !isWithin(date, dates)).length,
      airings: confirmedAirings(ledger).filter(({ airedAt }) => isOutside(airedAt)).length,
    },
  };
}

function postsOf(deliveries: readonly Delivery[]): PostsView {
  const counts = DELIVERY_STATES.map(
    (state) => [state, deliveries.filter((delivery) => delivery.state === state).length] as const,
  );
  const published = deliveries.filter(({ state }) => state === 'sent');
  return {
    postsPublished: new Set(published.map(({ content }) => content.postCode)).size,
    byState: Object.fromEntries(counts) as Record<DeliveryState, number>,
  };
}

function downloadsOf(receipts: Awaited<ReturnType<Ports['receipts']['all']>>): DownloadsView {
  const whole = filesHeldWhole(receipts);
  const held = receipts.filter((receipt) =>
    whole.has(fileAtStation(receipt.stationCode, receipt.renditionId)),
  );
  const fetched = new Set(
    receipts.map((receipt) => fileAtStation(receipt.stationCode, receipt.renditionId)),
  );
  return {
    whole: whole.size,
    partial: fetched.size - whole.size,
    stations: new Set(held.map(({ stationCode }) => stationCode)).size,
  };
}
