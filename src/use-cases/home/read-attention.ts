import { addDays, dayInZone } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { readSpots } from '../audio';
import { readBroadcastWeek } from '../broadcast';
import { readHolds } from '../consent';
import { readMessages } from '../messages';

/** How far back an unanswered slot is still asked after, in days. */
const ASKED_DAYS_BACK = 7;

/** One thing that waits for somebody at the desk. */
export type Attention =
  | { readonly kind: 'spot-refused' | 'spot-failed' | 'spot-held-back'; readonly spotCode: string }
  | { readonly kind: 'review-waiting'; readonly messageCode: string; readonly languages: string[] }
  | {
      readonly kind: 'airing-unanswered' | 'file-not-fetched';
      readonly stationCode: string;
      readonly stationName: string;
      readonly telephone: string | null;
      readonly slots: number;
    }
  | {
      readonly kind: 'post-unknown' | 'post-failed' | 'post-missed' | 'post-held-back';
      readonly postCode: string;
      readonly words: string;
    };

type Needs = Pick<
  Ports,
  | 'content'
  | 'spotVersions'
  | 'renditions'
  | 'consents'
  | 'system'
  | 'slots'
  | 'airings'
  | 'receipts'
  | 'deliveries'
  | 'jobs'
  | 'people'
>;

/** Everything that waits, most pressing first. Telephone numbers are for whoever may read the broadcasts. */
export async function readAttention(
  ports: Needs,
  may: { readonly seeBroadcasts: boolean; readonly seePosts: boolean },
): Promise<readonly Attention[]> {
  return [
    ...(may.seeBroadcasts ? await broadcasts(ports) : []),
    ...(may.seePosts ? await posts(ports) : []),
    ...(await spots(ports)),
    ...(await holds(ports)),
    ...(await reviews(ports)),
  ];
}

async function spots(ports: Needs): Promise<Attention[]> {
  const views = await readSpots(ports);
  return views.flatMap(({ spot, versions }): Attention[] => {
    const state = versions[0]?.state;
    if (state === 'failed') return [{ kind: 'spot-failed', spotCode: spot.code }];
    return state === 'refused' ? [{ kind: 'spot-refused', spotCode: spot.code }] : [];
  });
}

/** A subject held at several doors is told once. */
async function holds(ports: Needs): Promise<Attention[]> {
  const subjects = (await readHolds(ports)).map(({ subject }) => subject);
  const told = new Map(subjects.map((subject) => [`${subject.kind} ${subject.code}`, subject]));
  return [...told.values()].map(({ kind, code }) =>
    kind === 'spot'
      ? { kind: 'spot-held-back', spotCode: code }
      : { kind: 'post-held-back', postCode: code, words: '' },
  );
}

async function reviews(ports: Needs): Promise<Attention[]> {
  const rows = await readMessages(ports);
  return rows.flatMap(({ code, statuses }): Attention[] => {
    const languages = Object.entries(statuses)
      .filter(([, status]) => status === 'in-review')
      .map(([language]) => language);
    return languages.length === 0 ? [] : [{ kind: 'review-waiting', messageCode: code, languages }];
  });
}

/** A file not fetched on the day of its slot, and windows that closed without an answer, told once a station. */
async function broadcasts(ports: Needs): Promise<Attention[]> {
  const campaign = await ports.content.campaign();
  const now = ports.system.now();
  const today = dayInZone(now, campaign.timeZone);
  const rows = await readBroadcastWeek(ports, {
    from: addDays(today, -ASKED_DAYS_BACK),
    to: today,
  });
  const stations = await ports.content.stations();
  return stations.flatMap((station): Attention[] => {
    const own = rows.filter(({ slot }) => slot.stationCode === station.code);
    const unanswered = own.filter(({ isUnanswered }) => isUnanswered);
    const unfetched = own.filter(
      ({ slot, isDownloaded, rendition }) =>
        rendition !== null && !isDownloaded && slot.airDate === today && slot.windowEnd > now,
    );
    const common = {
      stationCode: station.code,
      stationName: station.name,
      telephone: station.contacts[0]?.telephone ?? null,
    };
    return [
      ...(unfetched.length > 0
        ? [{ kind: 'file-not-fetched' as const, ...common, slots: unfetched.length }]
        : []),
      ...(unanswered.length > 0
        ? [{ kind: 'airing-unanswered' as const, ...common, slots: unanswered.length }]
        : []),
    ];
  });
}

const POST_KINDS = {
  unknown: 'post-unknown',
  failed: 'post-failed',
  missed: 'post-missed',
} as const;

async function posts(ports: Needs): Promise<Attention[]> {
  const deliveries = await ports.deliveries.all();
  return deliveries.flatMap(({ state, content, lastWords }): Attention[] =>
    state === 'unknown' || state === 'failed' || state === 'missed'
      ? [{ kind: POST_KINDS[state], postCode: content.postCode, words: lastWords ?? '' }]
      : [],
  );
}
