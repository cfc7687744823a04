import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSimulatorChannel } from '../../../src/adapters/simulator';
import type { PublishFault } from '../../../src/adapters/simulator';
import { buildContent, describeSocialChannel } from '../../helpers/social-channel-contract';
import type { Weather } from '../../helpers/social-world';

const NOON = new Date('2026-12-01T12:00:00Z');

describeSocialChannel('the simulator', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yeelen-wall-'));
  let next: PublishFault | null = null;
  const faults: Weather = {
    onPublish: () => {
      const fault = next;
      next = null;
      return fault;
    },
  };
  const channel = createSimulatorChannel({ folder, now: () => NOON, wallUrl: '/mur', faults });
  return {
    channel,
    ledgerSize: async () => (await channel.wallEntries()).length,
    nextPublish: (kind) => {
      next = kind === 'rate-limit' ? { kind, until: NOON } : { kind };
    },
    breakTimeline: () => {
      faults.isTimelineDown = () => true;
    },
    breakRemove: () => {
      faults.isRemoveDown = () => true;
    },
    breakConnection: () => {
      faults.onCheck = () => ({ kind: 'broken', words: 'Token expired' });
    },
    breakInsights: () => {
      faults.isInsightsDown = () => true;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
});

describe('the simulator’s ledger', () => {
  let folder: string;
  let now = NOON;
  const open = (faults = {}) =>
    createSimulatorChannel({ folder, now: () => now, wallUrl: '/mur', faults });
  beforeEach(async () => {
    now = NOON;
    folder = await mkdtemp(join(tmpdir(), 'yeelen-wall-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('publishes twice when asked twice: it offers no idempotency, as no real network does', async () => {
    const channel = open();
    await channel.publish(buildContent());
    await channel.publish(buildContent());
    expect(await channel.wallEntries()).toHaveLength(2);
  });

  it('is there for another process, the newest post first, with its picture', async () => {
    await open().publish(buildContent({ text: 'Premier', pictureKey: 'cards/a.png' }));
    now = new Date('2026-12-01T12:01:00Z');
    await open().publish(buildContent({ text: 'Second' }));
    const entries = await open().wallEntries();
    expect(entries.map(({ text }) => text)).toEqual(['Second', 'Premier']);
    expect(entries[1]).toMatchObject({
      accountCode: 'MUR',
      language: 'bm',
      pictureKey: 'cards/a.png',
      publishedAt: NOON,
    });
  });

  it('does not count what a killed process left half-written', async () => {
    await writeFile(join(folder, '.taking-3f0c'), '{"remoteId": "half');
    expect(await open().wallEntries()).toEqual([]);
    expect(await open().timeline('MUR', new Date(0))).toEqual([]);
  });

  it('does not pass part of a timeline for the whole when a post is damaged', async () => {
    const channel = open();
    await channel.publish(buildContent());
    const [name] = await readdir(folder);
    await writeFile(join(folder, name ?? ''), 'not JSON');
    expect(await channel.timeline('MUR', new Date(0))).toBeNull();
  });

  it('may show a post late, as slow networks do', async () => {
    const channel = open({ timelineLagMs: 5000 });
    await channel.publish(buildContent());
    expect(await channel.timeline('MUR', new Date(0))).toEqual([]);
    now = new Date('2026-12-01T12:00:05Z');
    expect(await channel.timeline('MUR', new Date(0))).toHaveLength(1);
  });

  it('deletes nothing outside its folder', async () => {
    const outside = join(folder, '..', 'yeelen-outside.json');
    await writeFile(outside, '{}');
    await open().remove('MUR', '../yeelen-outside');
    expect(await readdir(join(folder, '..'))).toContain('yeelen-outside.json');
    await rm(outside);
  });

  it('calls a disk that cannot be written unknown, not published', async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file where the folder should be');
    expect((await open().publish(buildContent())).kind).toBe('unknown');
  });
});
