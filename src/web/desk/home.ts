import type { Ports } from '../../composition/ports';
import { readAttention, type Attention } from '../../use-cases/home';
import { accountAttention } from '../../wording/accounts';
import { mailUnknown, noticeAttention, urgentWaiting } from '../../wording/alerts';
import {
  postAttention,
  reviewAttention,
  spotAttention,
  stationAttention,
} from '../../wording/home';
import { mayDo, answer, type DeskRoute } from './route';

/** What waits for somebody, on the home page of the desk. */
export function homeRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/home',
      action: 'desk.home.read',
      handler: async (ctx) => {
        const attention = await readAttention(ports, {
          seeAlerts: mayDo(ctx, 'desk.alerts.read'),
          seeBroadcasts: mayDo(ctx, 'desk.broadcast.read'),
          seePosts: mayDo(ctx, 'desk.posts.read'),
          seeAccounts: mayDo(ctx, 'desk.accounts.manage'),
        });
        answer(ctx, 200, { data: { attention: attention.map(inWords) } });
      },
    },
  ];
}

export type AttentionLine = {
  readonly kind: Attention['kind'];
  readonly sentence: string;
  readonly detail: string;
  readonly telephone: string | null;
  /** Page of the admin where it is settled. */
  readonly link: string;
};

function inWords(item: Attention): AttentionLine {
  const plain = { kind: item.kind, detail: '', telephone: null };
  switch (item.kind) {
    case 'spot-refused':
    case 'spot-failed':
    case 'spot-held-back':
      return { ...plain, sentence: spotAttention(item.kind, item.spotCode), link: '/yeelen/spots' };
    case 'review-waiting':
      return {
        ...plain,
        sentence: reviewAttention(item.messageCode, item.languages),
        link: '/yeelen/messages',
      };
    case 'airing-unanswered':
    case 'file-not-fetched':
      return {
        ...plain,
        sentence: stationAttention(item.kind, item.stationName, item.slots),
        telephone: item.telephone,
        link: '/yeelen/diffusions',
      };
    case 'urgent-unacknowledged':
    case 'recall-unacknowledged':
      return {
        ...plain,
        sentence: noticeAttention(item.kind, item.stationName, item.spotCode),
        telephone: item.telephone,
        link: '/yeelen/alertes',
      };
    case 'urgent-waiting':
      return { ...plain, sentence: urgentWaiting(item.spotCode), link: '/yeelen/alertes' };
    case 'account-broken':
    case 'account-out-of-credit':
    case 'account-cap-reached':
      return {
        ...plain,
        sentence: accountAttention(item.kind, item.accountName),
        detail: item.words,
        link: '/yeelen/comptes',
      };
    case 'mail-unknown':
      return { ...plain, sentence: mailUnknown(item.mails), link: '/yeelen/alertes' };
    default:
      return {
        ...plain,
        sentence: postAttention(item.kind, item.postCode),
        detail: item.words,
        link: '/yeelen/publications',
      };
  }
}
