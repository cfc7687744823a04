import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from './free-port';

export type ServerRequest = {
  /** Folder of the Strapi project, and of what was compiled from it. */
  readonly appDir: string;
  readonly distDir: string;
  readonly env: Readonly<Record<string, string>>;
};

export type ServerProcess = {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to the first healthy answer. */
  readonly bootMilliseconds: number;
  /** Everything the server said so far. */
  output(): string;
  /** Asks it to close, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

const BOOT_LIMIT_MILLISECONDS = 120_000;
const POLL_MILLISECONDS = 10;

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/_health`);
    await answer.arrayBuffer();
    return answer.status === 204;
  } catch {
    return false;
  }
}

/**
 * Starts a Strapi project as a process of its own, in production mode on the loopback, and waits until it is healthy.
 * @throws Error with what it said when it ends first or takes longer than two minutes
 */
export async function startServerProcess(request: ServerRequest): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = `require('@strapi/strapi').createStrapi(${JSON.stringify({
    appDir: request.appDir,
    distDir: request.distDir,
  })}).start()`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['-e', start], {
    cwd: request.appDir,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      ...request.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));

  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };

  while (!(await isHealthy(url))) {
    const isLate = performance.now() - startedAt > BOOT_LIMIT_MILLISECONDS;
    if (child.exitCode !== null || isLate) {
      await end('SIGKILL');
      throw new Error(`The server did not start:\n${said}`);
    }
    await pause(POLL_MILLISECONDS);
  }
  return {
    url,
    pid: child.pid ?? 0,
    bootMilliseconds: performance.now() - startedAt,
    output: () => said,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
