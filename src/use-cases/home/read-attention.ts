import { isOver } from '../../domain/delivery';
import type { Ports } from '../../composition/ports';
import { readAccounts } from '../accounts';
import { readNudges, type StationNudge } from '../alerts';
import { readSpots } from '../audio';
import { readHolds } from '../consent';
import { readMessages } from '../messages';

/** An e-mail of which nobody knows whether it arrived is told while it may still matter. */
const DIGESTS_LOOKED_AT = 10;

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
      readonly kind: 'urgent-unacknowledged' | 'recall-unacknowledged';
      readonly stationCode: string;
      readonly stationName: string;
      readonly telephone: string | null;
      readonly spotCode: string;
    }
  /** It goes nowhere before a second person has signed. */
  | { readonly kind: 'urgent-waiting'; readonly spotCode: string }
  /** Digests by e-mail that may have arrived or not. */
  | { readonly kind: 'mail-unknown'; readonly mails: number }
  | {
      readonly kind: 'account-broken' | 'account-out-of-credit' | 'account-cap-reached';
      readonly accountName: string;
      readonly words: string;
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
  | 'airingRecordings'
  | 'receipts'
  | 'notices'
  | 'nudgeMails'
  | 'deliveries'
  | 'accountSecrets'
  | 'accountStates'
  | 'spending'
  | 'jobs'
  | 'people'
>;

/** Everything that waits, most pressing first. Telephone numbers are for whoever may read the broadcasts. */
export async function readAttention(
  ports: Needs,
  may: {
    readonly seeAlerts: boolean;
    readonly seeBroadcasts: boolean;
    readonly seePosts: boolean;
    readonly seeAccounts: boolean;
  },
): Promise<readonly Attention[]> {
  const nudges = may.seeAlerts || may.seeBroadcasts ? await readNudges(ports) : [];
  return [
    ...(may.seeAlerts ? [...unacknowledged(nudges), ...(await waiting(ports))] : []),
    ...(may.seeBroadcasts ? broadcasts(nudges) : []),
    ...(may.seeAccounts ? await accounts(ports) : []),
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
  // A spot that is pulled waits for no consent: it stands among the alerts.
  const subjects = (await readHolds(ports))
    .filter(({ reasons }) => !reasons.some(({ kind }) => kind === 'recalled'))
    .map(({ subject }) => subject);
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

function whomToCall({ nudge, station }: StationNudge) {
  return {
    stationCode: nudge.stationCode,
    stationName: station?.name ?? nudge.stationCode,
    telephone: station?.contacts[0]?.telephone ?? null,
  };
}

function unacknowledged(nudges: readonly StationNudge[]): Attention[] {
  return nudges.flatMap((item): Attention[] => {
    const { nudge } = item;
    return nudge.kind === 'urgent-unacknowledged' || nudge.kind === 'recall-unacknowledged'
      ? [{ kind: nudge.kind, ...whomToCall(item), spotCode: nudge.spotCode }]
      : [];
  });
}

/** What waits for a person before it can go on. */
async function waiting(ports: Needs): Promise<Attention[]> {
  const now = ports.system.now();
  const drafts = (await ports.notices.open()).filter(
    (notice) => notice.inForceAt === null && !isOver(notice, now),
  );
  const mails = await ports.nudgeMails.recent(DIGESTS_LOOKED_AT);
  const unknown = mails.filter(({ state }) => state === 'unknown').length;
  return [
    ...drafts.map(({ spotCode }): Attention => ({ kind: 'urgent-waiting', spotCode })),
    ...(unknown > 0 ? [{ kind: 'mail-unknown', mails: unknown } as const] : []),
  ];
}

/** A file that should be at the station by now, and days without an answer, told once a station. */
function broadcasts(nudges: readonly StationNudge[]): Attention[] {
  const lines = new Map<string, Attention>();
  for (const item of nudges) {
    const { nudge } = item;
    if (nudge.kind !== 'file-not-fetched' && nudge.kind !== 'day-unconfirmed') continue;
    const kind = nudge.kind === 'day-unconfirmed' ? 'airing-unanswered' : nudge.kind;
    const key = `${kind} ${nudge.stationCode}`;
    const known = lines.get(key);
    const before = known !== undefined && 'slots' in known ? known.slots : 0;
    const more = nudge.kind === 'day-unconfirmed' ? nudge.slots : 1;
    lines.set(key, { kind, ...whomToCall(item), slots: before + more });
  }
  return [...lines.values()];
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

/** Accounts whose posts wait until somebody does something. A limit ends by itself, and a pause was somebody's own wish. */
async function accounts(ports: Needs): Promise<Attention[]> {
  const { accounts: views } = await readAccounts(ports);
  return views.flatMap(({ account: { name }, hold }): Attention[] => {
    if (hold?.kind === 'cap-reached') {
      return [{ kind: 'account-cap-reached', accountName: name, words: '' }];
    }
    if (hold?.kind !== 'paused') return [];
    const { reason, words } = hold;
    if (reason === 'out-of-credit') {
      return [{ kind: 'account-out-of-credit', accountName: name, words }];
    }
    return reason === 'connection-broken'
      ? [{ kind: 'account-broken', accountName: name, words }]
      : [];
  });
}
