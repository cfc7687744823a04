import { startNetworkServer } from './network-server';
import type {
  Ledger,
  NetworkAnswer,
  NetworkRequest,
  NetworkRules,
  NetworkServer,
  NetworkServerOptions,
  NextFault,
} from './network-server';

const LONGEST = 280;

const problem = (status: number, title: string, detail: string, type = 'about:blank') => ({
  status,
  body: { title, detail, type, status },
});

const REFUSED = problem(401, 'Unauthorized', 'Unauthorized');

/** X shows each address as a short one of its own, adds one for the picture, and escapes three signs. */
function shown({ id, text, mediaBytes }: ReturnType<Ledger['add']>) {
  const urls: { url: string; expanded_url: string; media_key?: string }[] = [];
  let short = text
    .normalize('NFC')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&gt;');
  short = short.replace(/https?:\/\/\S+/g, (address) => {
    const url = `https://t.co/${id}${urls.length}`;
    urls.push({ url, expanded_url: address.replaceAll('&amp;', '&') });
    return url;
  });
  if (mediaBytes > 0) {
    const url = `https://t.co/${id}m`;
    const expanded = `https://x.com/campagne/status/${id}/photo/1`;
    urls.push({ url, expanded_url: expanded, media_key: `3_${id}` });
    short = `${short} ${url}`;
  }
  return { text: short, entities: { urls } };
}

function faultAnswer(fault: NextFault, now: Date, limitSeconds: number): NetworkAnswer | null {
  switch (fault) {
    case 'hang-up-before':
      return 'hang-up';
    case 'silence':
      return 'silence';
    case 'unauthorized':
      return REFUSED;
    case 'out-of-credit':
      return problem(402, 'CreditsDepleted', 'Your enrolled account does not have any credits');
    case 'server-error':
      return problem(503, 'Service Unavailable', 'Service Unavailable');
    case 'rate-limit': {
      const reset = Math.ceil(now.getTime() / 1000) + limitSeconds;
      const headers = {
        'x-rate-limit-limit': '100',
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': String(reset),
      };
      return { ...problem(429, 'Too Many Requests', 'Too Many Requests'), headers };
    }
    default:
      return null;
  }
}

/** X API v2 as its documentation tells it: create, media, timeline, delete, who am I, figures. */
function xRules(): NetworkRules {
  const media = new Map<string, { bytes: number; altText: string }>();
  let serial = 1_800_000_000_000_000_000n;
  const nextId = () => (serial += 1n).toString();

  function createPost(
    account: string,
    request: NetworkRequest,
    ledger: Ledger,
    fault: NextFault | null,
    now: Date,
    limitSeconds: number,
  ): NetworkAnswer {
    const before = fault === null ? null : faultAnswer(fault, now, limitSeconds);
    if (before !== null) return before;
    const body = JSON.parse(request.body.toString('utf8')) as {
      readonly text?: string;
      readonly media?: { readonly media_ids?: readonly string[] };
    };
    const text = body.text ?? '';
    if ([...text.replace(/https?:\/\/\S+/g, '.'.repeat(23))].length > LONGEST) {
      return problem(400, 'Invalid Request', 'Your post text is too long');
    }
    if (ledger.has(account, text)) {
      const said = 'You are not allowed to create a Tweet with duplicate content.';
      return problem(403, 'Forbidden', said);
    }
    const [mediaId] = body.media?.media_ids ?? [];
    const file = mediaId === undefined ? undefined : media.get(mediaId);
    if (mediaId !== undefined && file === undefined) {
      return problem(400, 'Invalid Request', 'Your media IDs are invalid.');
    }
    const post = ledger.add({
      id: nextId(),
      account,
      text,
      altText: file?.altText ?? '',
      mediaBytes: file?.bytes ?? 0,
    });
    if (fault === 'hang-up-after') return 'hang-up';
    if (fault === 'server-error-after') return problem(500, 'Internal', 'Internal Server Error');
    return { status: 201, body: { data: { id: post.id, text: shown(post).text } } };
  }

  function uploadMedia(request: NetworkRequest): NetworkAnswer {
    const step = request.url.pathname.slice('/2/media/'.length);
    if (step === 'upload/initialize') {
      const { total_bytes: bytes } = JSON.parse(request.body.toString('utf8')) as {
        total_bytes: number;
      };
      const id = nextId();
      media.set(id, { bytes, altText: '' });
      return { status: 202, body: { data: { id, expires_after_secs: 86_400 } } };
    }
    if (step === 'metadata') {
      const { id, metadata } = JSON.parse(request.body.toString('utf8')) as {
        id: string;
        metadata: { alt_text: { text: string } };
      };
      const file = media.get(id);
      if (file !== undefined) media.set(id, { ...file, altText: metadata.alt_text.text });
      return { status: 200, body: { data: { id } } };
    }
    return { status: 200, body: { data: { id: step.split('/')[1] } } };
  }

  return (request, ledger, { faults, fault, now }) => {
    const [, token] = /oauth_token="([^"]+)"/.exec(request.headers.authorization ?? '') ?? [];
    const [account] = (token ?? '').split('-');
    if (faults.isExpired === true || account === undefined || account === '') return REFUSED;
    const { method, url } = request;
    if (url.pathname.startsWith('/2/media/')) return uploadMedia(request);
    if (method === 'POST' && url.pathname === '/2/tweets') {
      return createPost(account, request, ledger, fault(), now(), faults.limitSeconds ?? 900);
    }
    if (url.pathname === '/2/users/me') {
      return {
        status: 200,
        body: { data: { id: account, name: 'Exemple', username: `compte_${account}` } },
      };
    }
    const [, id] = /^\/2\/tweets\/(\d+)$/.exec(url.pathname) ?? [];
    if (id !== undefined && method === 'DELETE') {
      if (faults.isRemoveDown === true) return problem(503, 'Service Unavailable', 'Try later');
      // X answers the same whether it was there or not.
      ledger.remove(id);
      return { status: 200, body: { data: { deleted: true } } };
    }
    if (id !== undefined) {
      if (faults.isInsightsDown === true) return problem(503, 'Service Unavailable', 'Try later');
      if (ledger.find(id) === undefined) return { status: 200, body: { errors: [] } };
      const figures = {
        impression_count: 41,
        like_count: 3,
        retweet_count: 1,
        reply_count: 0,
        quote_count: 0,
      };
      return { status: 200, body: { data: { id, text: '', public_metrics: figures } } };
    }
    if (/^\/2\/users\/\d+\/tweets$/.test(url.pathname)) {
      if (faults.isTimelineDown === true) return problem(503, 'Service Unavailable', 'Try later');
      const start = new Date(url.searchParams.get('start_time') ?? 0).getTime();
      const posts = ledger
        .shown(account)
        .filter(({ publishedAt }) => new Date(publishedAt).getTime() >= start)
        .slice(0, 100);
      const data = posts.map((post) => ({
        id: post.id,
        ...shown(post),
        // Whole seconds, as X tells the time.
        created_at: `${post.publishedAt.slice(0, 19)}.000Z`,
      }));
      return {
        status: 200,
        body: { ...(data.length > 0 ? { data } : {}), meta: { result_count: data.length } },
      };
    }
    return problem(404, 'Not Found', `${method} ${url.pathname}`);
  };
}

/** X on the loopback. The account is what stands before the dash of an access token. */
export function startXServer(options: NetworkServerOptions = {}): Promise<NetworkServer> {
  return startNetworkServer(xRules(), options);
}
