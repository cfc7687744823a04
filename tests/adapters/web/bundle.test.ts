import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { issueDeliveryToken } from '../../../src/use-cases/delivery';
import { readZip, textIn } from '../../helpers/read-zip';
import { openWorld, TODAY, type World } from './world';

const run = promisify(execFile);

let world: World;
let secret: string;

beforeEach(async () => {
  world = await openWorld();
  secret = await handOut('bundle');
});

afterEach(async () => {
  expect(world.accidents).toEqual([]);
  await world.close();
});

async function handOut(purpose: 'feed' | 'bundle', stationCode = 'KAY'): Promise<string> {
  const answer = await issueDeliveryToken(world.ports, {
    stationCode,
    purpose,
    label: 'Clé USB du studio',
    by: 'user:manager',
  });
  if (answer.kind !== 'issued') throw new Error(answer.kind);
  return answer.secret;
}

function ask(query = '', headers: Record<string, string> = {}): Promise<Response> {
  return world.fetch(`/d/${secret}/bundle.zip${query}`, { headers });
}

async function bytesOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

describe('the bundle of a station', () => {
  it('is an archive that any reader opens: what to do, the lists, and the sounds as they are', async () => {
    const first = await world.addSpot({ code: '0042' });
    const second = await world.addSpot({ code: '0043', sizeBytes: 70_001 });
    await world.addSlot({ id: 's1', spotCode: '0042' });
    await world.addSlot({ id: 's2', spotCode: '0043' });
    const answer = await ask();
    expect(answer.status).toBe(200);
    const archive = await bytesOf(answer);
    expect(archive).toHaveLength(Number(answer.headers.get('content-length')));
    const entries = await readZip(archive);
    expect(entries.every(({ isStored }) => isStored)).toBe(true);
    expect(entries.at(-2)?.content).toEqual(first.content);
    expect(entries.at(-1)?.content).toEqual(second.content);
    expect(textIn(entries, 'LISEZMOI.txt')).toContain('Radio Rurale de Kayes (KAY)');
    const file = join(world.folder, 'bundle.zip');
    await writeFile(file, archive);
    console.log(textIn(entries, 'LISEZMOI.txt'), entries.map(({ name }) => name), (await run('unzip', ['-t', file])).stdout);
    console.log(textIn(entries, 'manifest.json').slice(0, 600), Object.fromEntries(answer.headers));
    void vi; void TODAY;
  });
});
