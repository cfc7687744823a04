import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A post as a loopback network holds it. */
export type LedgerPost = {
  readonly id: string;
  readonly account: string;
  readonly text: string;
  readonly altText: string;
  readonly mediaBytes: number;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly deletedAt: string | null;
};

/** What the next call that publishes meets. */
export type NextFault =
  | 'hang-up-before'
  | 'hang-up-after'
  | 'rate-limit'
  | 'unauthorized'
  | 'out-of-credit'
  | 'server-error'
  /** Takes the post and answers with an error of the server. */
  | 'server-error-after'
  /** Answers nothing, and keeps the line open. */
  | 'silence';

/** Bad weather; every field may be changed while the server runs, here or by `POST /__faults`. */
export type NetworkFaults = {
  /** Met once each, in order. */
  next?: NextFault[];
  isTimelineDown?: boolean;
  /** A post is shown only this long after it was taken. */
  timelineLagMs?: number;
  isRemoveDown?: boolean;
  isInsightsDown?: boolean;
  /** Every secret is refused. */
  isExpired?: boolean;
  /** Seconds of a rate limit. */
  limitSeconds?: number;
  /** Fault by chance at each publishing call, for storms: asked when `next` is empty. */
  onPublish?: () => NextFault | null;
};

export type NetworkServerOptions = {
  /** 0, or left out: a free port. */
  readonly port?: number;
  readonly faults?: NetworkFaults;
  /** Each line one event, written and synced before the answer: it outlives a killed server. */
  readonly ledgerFile?: string;
  readonly now?: () => Date;
};

export type NetworkServer = {
  readonly url: string;
  readonly faults: NetworkFaults;
  /** Every post ever taken, the oldest first; deleted ones carry their instant. */
  ledger(): readonly LedgerPost[];
  /** Paths and queries asked for, to see what a program sent. */
  readonly requests: readonly string[];
  close(): Promise<void>;
};

export type NetworkRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

/** What a network answers: a status with JSON, or a line that breaks. */
export type NetworkAnswer =
  | {
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'hang-up'
  | 'silence';

/** The ledger as the answers of one network see it. */
export type Ledger = {
  add(post: Omit<LedgerPost, 'publishedAt' | 'deletedAt'>): LedgerPost;
  find(id: string): LedgerPost | undefined;
  /** False when it was not there. */
  remove(id: string): boolean;
  /** What the account's timeline shows now, the newest first. */
  shown(account: string): readonly LedgerPost[];
  /** Whether the account has a living post with this text. */
  has(account: string, text: string): boolean;
};

/** How one network answers. `fault` is for a call that publishes, and is taken from the weather by asking. */
export type NetworkRules = (
  request: NetworkRequest,
  ledger: Ledger,
  weather: { readonly faults: NetworkFaults; fault(): NextFault | null; now(): Date },
) => NetworkAnswer;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function openLedger(options: NetworkServerOptions, faults: NetworkFaults, now: () => Date) {
  const posts = new Map<string, LedgerPost>();
  const file = options.ledgerFile;
  const keep = (post: LedgerPost) => {
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(post)}\n`, { flush: true });
    posts.set(post.id, post);
  };
  if (file !== undefined && existsSync(file)) {
    for (const line of readFileSync(file, 'utf8')
      .split('\n')
      .filter((each) => each !== '')) {
      const post = JSON.parse(line) as LedgerPost;
      posts.set(post.id, post);
    }
  }
  const living = (account: string) =>
    [...posts.values()].filter((post) => post.account === account && post.deletedAt === null);
  const ledger: Ledger = {
    add(post) {
      const taken = { ...post, publishedAt: now().toISOString(), deletedAt: null };
      keep(taken);
      return taken;
    },
    find: (id) => (posts.get(id)?.deletedAt === null ? posts.get(id) : undefined),
    remove(id) {
      const post = posts.get(id);
      if (post === undefined || post.deletedAt !== null) return false;
      keep({ ...post, deletedAt: now().toISOString() });
      return true;
    },
    shown(account) {
      const until = now().getTime() - (faults.timelineLagMs ?? 0);
      return living(account)
        .filter(({ publishedAt }) => new Date(publishedAt).getTime() <= until)
        .reverse();
    },
    has: (account, text) => living(account).some((post) => post.text === text),
  };
  return { ledger, all: () => [...posts.values()] };
}

function send(response: ServerResponse, socket: Socket, answer: NetworkAnswer): void {
  if (answer === 'silence') return;
  if (answer === 'hang-up') {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(answer.body);
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(body);
}

/**
 * A network on the loopback with a ledger of its own. `GET /__ledger` answers the ledger, `POST /__faults` changes the
 * weather with a JSON body: so it may run in a process of its own.
 */
export async function startNetworkServer(
  rules: NetworkRules,
  options: NetworkServerOptions = {},
): Promise<NetworkServer> {
  const faults = options.faults ?? {};
  const now = options.now ?? (() => new Date());
  const { ledger, all } = openLedger(options, faults, now);
  const requests: string[] = [];
  const fault = () => faults.next?.shift() ?? faults.onPublish?.() ?? null;
  const answerTo = async (message: IncomingMessage): Promise<NetworkAnswer> => {
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    const body = await bodyOf(message);
    if (url.pathname === '/__ledger') return { status: 200, body: all() };
    if (url.pathname === '/__faults') {
      Object.assign(faults, JSON.parse(body.toString('utf8')));
      return { status: 200, body: {} };
    }
    requests.push(`${message.method ?? ''} ${url.pathname}${url.search}`);
    const request = { method: message.method ?? 'GET', url, headers: message.headers, body };
    return rules(request, ledger, { faults, fault, now });
  };
  const server = createServer((message, response) => {
    void answerTo(message).then(
      (answer) => send(response, message.socket, answer),
      (error: unknown) => send(response, message.socket, { status: 500, body: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    requests,
    ledger: all,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The fields and files of a multipart body, as far as the networks' programs send them. */
export function readMultipart(request: NetworkRequest): ReadonlyMap<string, Buffer> {
  const [, boundary] = /boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '') ?? [];
  const parts = new Map<string, Buffer>();
  if (boundary === undefined) return parts;
  const mark = Buffer.from(`--${boundary}`);
  let start = request.body.indexOf(mark);
  while (start >= 0) {
    const end = request.body.indexOf(mark, start + mark.length);
    if (end < 0) break;
    const part = request.body.subarray(start + mark.length + 2, end - 2);
    const split = part.indexOf('\r\n\r\n');
    const [, name] = /name="([^"]*)"/.exec(part.subarray(0, split).toString('utf8')) ?? [];
    if (name !== undefined) parts.set(name, part.subarray(split + 4));
    start = end;
  }
  return parts;
}
