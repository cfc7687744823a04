import { readMultipart, startNetworkServer } from './network-server';
import type {
  Ledger,
  NetworkAnswer,
  NetworkFaults,
  NetworkRequest,
  NetworkRules,
  NetworkServer,
  NetworkServerOptions,
  NextFault,
} from './network-server';

const refusal = (status: number, code: number, message: string, more: object = {}) => ({
  status,
  body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'exemple', ...more } },
});

const EXPIRED = refusal(400, 190, 'Error validating access token: Session has expired');
const NO_OBJECT = { error_subcode: 33 };

/** The token of an example Page: `EAA-<Page>-exemple`. */
function pageOf({ url, headers }: NetworkRequest): string | null {
  const [, bearer] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  const token = bearer ?? url.searchParams.get('access_token') ?? '';
  return /^EAA-(\d+)-/.exec(token)?.[1] ?? null;
}

function faultAnswer(fault: NextFault | null, faults: NetworkFaults): NetworkAnswer | null {
  switch (fault) {
    case 'hang-up-before':
      return 'hang-up';
    case 'silence':
      return 'silence';
    case 'unauthorized':
      return EXPIRED;
    case 'out-of-credit':
      return refusal(400, 368, 'The action attempted has been deemed abusive');
    case 'server-error':
      return refusal(500, 2, 'An unexpected error has occurred. Please retry your request later.');
    case 'rate-limit': {
      const minutes = Math.ceil((faults.limitSeconds ?? 900) / 60);
      const usage = { '1': [{ type: 'pages', estimated_time_to_regain_access: minutes }] };
      return {
        ...refusal(400, 32, 'Page request limit reached'),
        headers: { 'x-business-use-case-usage': JSON.stringify(usage) },
      };
    }
    default:
      return null;
  }
}

/** The Graph API as its documentation tells it: photographs, feed, films, published posts, delete, who am I, figures. */
function graphRules(): NetworkRules {
  const pictures = new Map<string, { bytes: number; altText: string }>();
  let serial = 100_000;
  const nextId = () => String((serial += 1));

  function take(
    ledger: Ledger,
    page: string,
    post: { text: string; altText: string; mediaBytes: number },
    fault: NextFault | null,
    faults: NetworkFaults,
  ): NetworkAnswer {
    const before = faultAnswer(fault, faults);
    if (before !== null) return before;
    if (ledger.has(page, post.text)) return refusal(400, 506, 'Duplicate status message');
    const { id } = ledger.add({ id: `${page}_${nextId()}`, account: page, ...post });
    if (fault === 'hang-up-after') return 'hang-up';
    if (fault === 'server-error-after') return refusal(500, 2, 'Service temporarily unavailable');
    return { status: 200, body: { id } };
  }

  function feed(
    request: NetworkRequest,
    page: string,
    ledger: Ledger,
    fault: NextFault | null,
    faults: NetworkFaults,
  ): NetworkAnswer {
    const body = JSON.parse(request.body.toString('utf8')) as {
      readonly message?: string;
      readonly attached_media?: readonly { readonly media_fbid: string }[];
    };
    const [attached] = body.attached_media ?? [];
    const picture = attached === undefined ? undefined : pictures.get(attached.media_fbid);
    if (attached !== undefined && picture === undefined) {
      return refusal(400, 100, 'Invalid parameter: attached_media');
    }
    const text = body.message ?? '';
    const altText = picture?.altText ?? '';
    return take(ledger, page, { text, altText, mediaBytes: picture?.bytes ?? 0 }, fault, faults);
  }

  return (request, ledger, { faults, fault }) => {
    const page = pageOf(request);
    if (faults.isExpired === true || page === null) return EXPIRED;
    const { method, url } = request;
    const [, node = '', edge = ''] = /^\/v[\d.]+\/([^/]+)(?:\/(\w+))?$/.exec(url.pathname) ?? [];
    if (node === 'me') return { status: 200, body: { id: page, name: `Page exemple ${page}` } };
    if (node === page && method === 'POST') {
      const parts = readMultipart(request);
      const words = (name: string) => parts.get(name)?.toString('utf8') ?? '';
      if (edge === 'photos') {
        const id = nextId();
        pictures.set(id, {
          bytes: parts.get('source')?.length ?? 0,
          altText: words('alt_text_custom'),
        });
        return { status: 200, body: { id } };
      }
      if (edge === 'videos') {
        const film = {
          text: words('description'),
          altText: '',
          mediaBytes: parts.get('source')?.length ?? 0,
        };
        const answer = take(ledger, page, film, fault(), faults);
        if (typeof answer === 'string' || answer.status !== 200) return answer;
        // A film has a number of its own.
        const { id } = answer.body as { id: string };
        return { status: 200, body: { id: `9${id.split('_')[1] ?? ''}` } };
      }
      return feed(request, page, ledger, fault(), faults);
    }
    if (edge === 'published_posts' || (node === page && edge === 'videos')) {
      if (faults.isTimelineDown === true) return refusal(503, 2, 'Service temporarily unavailable');
      if (edge === 'videos') return { status: 200, body: { data: [] } };
      const since = Number(url.searchParams.get('since') ?? 0) * 1000;
      const posts = ledger
        .shown(page)
        .filter(({ publishedAt }) => new Date(publishedAt).getTime() >= since);
      const start = Number(url.searchParams.get('after') ?? 0);
      const limit = Number(url.searchParams.get('limit') ?? 25);
      const data = posts.slice(start, start + limit).map((post) => ({
        id: post.id,
        message: post.text,
        // The Graph tells whole seconds, and its zone without a colon.
        created_time: `${post.publishedAt.slice(0, 19)}+0000`,
        permalink_url: `https://www.facebook.com/${post.id}`,
      }));
      const after = String(start + limit);
      const next = start + limit < posts.length ? { next: `${url.origin}/next` } : {};
      return { status: 200, body: { data, paging: { cursors: { after }, ...next } } };
    }
    if (edge === 'insights') {
      if (faults.isInsightsDown === true) return refusal(503, 2, 'Service temporarily unavailable');
      const metric = url.searchParams.get('metric') ?? '';
      if (metric.includes('impressions')) {
        return refusal(400, 100, '(#100) The value must be a valid insights metric');
      }
      const value = metric.endsWith('_unique') ? 31 : 57;
      return { status: 200, body: { data: [{ name: metric, values: [{ value }] }] } };
    }
    const post = node.startsWith('9') ? ledger.find(`${page}_${node.slice(1)}`) : ledger.find(node);
    if (method === 'DELETE') {
      if (faults.isRemoveDown === true) return refusal(503, 2, 'Service temporarily unavailable');
      if (post?.account !== page) {
        return refusal(400, 100, 'Unsupported delete request', NO_OBJECT);
      }
      ledger.remove(post.id);
      return { status: 200, body: { success: true } };
    }
    if (post === undefined) return refusal(400, 100, 'Unsupported get request', NO_OBJECT);
    return { status: 200, body: { id: node, post_id: post.id.split('_')[1] } };
  };
}

/** Facebook's Graph on the loopback. */
export function startGraphServer(options: NetworkServerOptions = {}): Promise<NetworkServer> {
  return startNetworkServer(graphRules(), options);
}
