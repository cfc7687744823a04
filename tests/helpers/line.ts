import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A telephone line between a browser and a server: it counts what passes, and can be cut. */
export type Line = {
  readonly address: string;
  /** Since the last call: bytes towards the browser and from it, headers and all, and what was asked. */
  counted(): { readonly received: number; readonly sent: number; readonly requests: number };
  /** From now on nothing passes, and what is under way breaks. */
  cut(): void;
  mend(): void;
  /** Lets so many more bytes come towards the browser, and then nothing: a line that stalls. */
  stallAfter(bytes: number): void;
  close(): Promise<void>;
};

/** Browsers write the head of a request at once, and one after the other on a connection. */
const REQUEST = /^(?:GET|POST|HEAD) \//;

/** Lays a line to a server on the loopback. */
export async function layLine(server: string): Promise<Line> {
  const port = Number(new URL(server).port);
  const calls = new Set<Socket>();
  let received = 0;
  let sent = 0;
  let requests = 0;
  let isCut = false;
  let left = Infinity;
  const cut = () => {
    isCut = true;
    for (const call of calls) call.destroy();
  };
  const exchange = createServer((browser) => {
    if (isCut) {
      browser.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [browser, far],
      [far, browser],
    ] as const) {
      calls.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        calls.delete(one);
        other.destroy();
      });
      one.on('data', (chunk: Buffer) => {
        if (one === browser) {
          sent += chunk.length;
          if (REQUEST.test(chunk.toString('latin1', 0, 16))) requests += 1;
        } else received += Math.min(chunk.length, left);
        if (one === far) {
          const part = chunk.subarray(0, left);
          left -= part.length;
          other.write(part);
          return;
        }
        other.write(chunk);
      });
      one.on('end', () => other.end());
    }
  });
  await new Promise<void>((ready) => void exchange.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${(exchange.address() as AddressInfo).port}`,
    counted() {
      const count = { received, sent, requests };
      received = 0;
      sent = 0;
      requests = 0;
      return count;
    },
    cut,
    mend() {
      isCut = false;
      left = Infinity;
    },
    stallAfter(bytes) {
      left = bytes;
    },
    close: () =>
      new Promise((done) => {
        cut();
        exchange.close(() => done());
      }),
  };
}
