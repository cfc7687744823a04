import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

export type RunningServer = {
  readonly address: string;
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Ends it as an operator would, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, and waits. */
  kill(): Promise<void>;
};

const BOOT_TIMEOUT_MS = 120_000;

/** A port of the loopback that is free now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No free port.'));
        else resolve(address.port);
      });
    });
  });
}

/** The settings of an installation of its own in `folder`, with secrets made on the spot. */
export function scratchEnvironment(folder: string, port: number): NodeJS.ProcessEnv {
  const secret = () => randomBytes(24).toString('base64url');
  return {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: path.join(folder, 'data'),
    MEDIA_DIR: path.join(folder, 'media'),
    DATABASE_CLIENT: 'sqlite',
    APP_KEYS: `${secret()},${secret()}`,
    ADMIN_JWT_SECRET: secret(),
    API_TOKEN_SALT: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    DIGEST_KEY: secret(),
    MEDIA_SIGNING_KEY: secret(),
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'fr',
  };
}

/** What the server said of the ffmpeg it works with: loud when it is only the fallback. */
export async function engineWords(server: RunningServer): Promise<readonly string[]> {
  const log = await readFile(path.join(server.folder, 'server.log'), 'utf8');
  return stripVTControlCharacters(log)
    .split('\n')
    .filter((line) => /\bffmpeg\b/i.test(line))
    .map((line) => line.replace(/^\[[^\]]*\]\s*/, ''));
}

/** Starts the built server and waits until it answers. What it prints goes to `server.log` in the folder. */
export async function startServer(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<RunningServer> {
  await mkdir(folder, { recursive: true });
  const log = createWriteStream(path.join(folder, 'server.log'), { flags: 'a' });
  const child = spawn(process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const address = String(environment['PUBLIC_URL']);
  await untilHealthy(child, address, path.join(folder, 'server.log'));
  return {
    address,
    folder,
    environment,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function untilHealthy(child: ChildProcess, address: string, logPath: string): Promise<void> {
  const deadline = Date.now() + BOOT_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`Le serveur s’est arrêté au démarrage (code ${child.exitCode}) : ${logPath}`);
    }
    const isHealthy = await fetch(`${address}/_health`).then(
      (response) => response.status === 204,
      () => false,
    );
    if (isHealthy) return;
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new Error(`Le serveur ne répond pas : ${logPath}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(timer);
}
