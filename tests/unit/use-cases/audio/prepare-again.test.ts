import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  prepareAgain,
  prepareMissing,
  readEngine,
  readSpot,
  submitRecording,
} from '../../../../src/use-cases/audio';
import { runJobs } from '../../../../src/workers/run-jobs';
import { buildProfile, buildSpot, buildStation } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';
import { createFakeEngine, type FakeEngine } from './fake-engine';

const KAYES = buildProfile({ code: 'KAYES', bitRateKbps: 128 });
const KITA = buildProfile({ code: 'KITA', bitRateKbps: 48, sampleRateHz: 24_000, channels: 1 });

let world: TestPorts;
let engine: FakeEngine;
beforeEach(async () => {
  engine = createFakeEngine();
  world = await openTestPorts({
    audio: engine,
    content: {
      spots: [buildSpot({ code: '0042' })],
      profiles: [KAYES, KITA],
      stations: [buildStation({ code: 'KAY', profileCode: 'KAYES' })],
    },
  });
});
afterEach(() => world.close());

async function submit(text = 'the sound'): Promise<string> {
  const content = Readable.from([Buffer.from(text)]);
  const answer = await submitRecording(world.ports, { spotCode: '0042', content, by: 'user:7' });
  if (answer.kind !== 'received') throw new Error(answer.kind);
  return answer.version.id;
}

const again = (spotCode = '0042') => prepareAgain(world.ports, { spotCode, by: 'user:3' });
const work = () => runJobs(world.ports);

/** The states of the files, by profile. */
async function states(): Promise<Record<string, string>> {
  const view = await readSpot(world.ports, '0042');
  return Object.fromEntries(
    (view?.profiles ?? []).map(({ profile, state }) => [profile.code, state.kind]),
  );
}

/** Until the queue gives up. */
async function failForGood(): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    engine.fails = { work: 'render', error: new Error('disk full') };
    await work();
    world.clock.advance({ minutes: 20 });
  }
}

describe('preparing again', () => {
  it('makes what was held back, and leaves alone what is whole', async () => {
    engine.misses.set('KITA', 4);
    await submit();
    await work();
    expect(await states()).toEqual({ KAYES: 'ready', KITA: 'held-back' });
    engine.misses.clear();
    engine.asked.length = 0;
    expect(await again()).toEqual({ kind: 'asked', versions: [1] });
    expect(await states()).toEqual({ KAYES: 'ready', KITA: 'waiting' });
    await work();
    expect(engine.asked).toEqual(['render KITA']);
    expect(await states()).toEqual({ KAYES: 'ready', KITA: 'ready' });
    expect((await readSpot(world.ports, '0042'))?.versions[0]?.verdict).toEqual({
      grade: 'accepted',
      reasons: [],
    });
    expect(await again()).toEqual({ kind: 'all-there', spotCode: '0042' });
  });

  it('that misses again is held back again', async () => {
    engine.misses.set('KITA', 4);
    await submit();
    await work();
    await again();
    await work();
    expect(await states()).toEqual({ KAYES: 'ready', KITA: 'held-back' });
  });

  it('takes up a recording that had failed for good', async () => {
    const id = await submit();
    await failForGood();
    expect(await world.ports.spotVersions.byId(id)).toMatchObject({ state: 'failed' });
    // The workers alone would leave it.
    expect(await states()).toEqual({ KAYES: 'failed', KITA: 'failed' });
    expect(await again()).toEqual({ kind: 'asked', versions: [1] });
    expect(await world.ports.spotVersions.byId(id)).toMatchObject({ failure: null });
    await work();
    expect(await states()).toEqual({ KAYES: 'ready', KITA: 'ready' });
  });

  it('asked twice is one job, and says that it is under way', async () => {
    await submit();
    await failForGood();
    await again();
    expect(await again()).toEqual({ kind: 'under-way', spotCode: '0042' });
    const living = (await world.ports.jobs.all()).filter(({ state }) => state === 'queued');
    expect(living).toHaveLength(1);
  });

  it('cut by a power failure before its job can be asked once more', async () => {
    const id = await submit();
    await failForGood();
    const jobs = { ...world.ports.jobs, add: () => Promise.reject(new Error('power')) };
    const cut = prepareAgain({ ...world.ports, jobs }, { spotCode: '0042', by: 'user:3' });
    await expect(cut).rejects.toThrow('power');
    expect(await world.ports.spotVersions.byId(id)).toMatchObject({ state: 'failed' });
    expect(await again()).toEqual({ kind: 'asked', versions: [1] });
  });

  it('is in the journal, by who asked', async () => {
    engine.misses.set('KITA', 4);
    await submit();
    await work();
    await again();
    const rows = await world.knex('ops_journal').where({ action: 'preparation-asked-again' });
    expect(rows).toMatchObject([{ by: 'user:3', subject: 'spot:0042' }]);
  });

  it('has nothing to do for a spot without a sound, with a refused one, or that does not exist', async () => {
    expect(await again()).toEqual({ kind: 'no-recording', spotCode: '0042' });
    expect(await again('9999')).toEqual({ kind: 'unknown-spot', spotCode: '9999' });
    engine.hears = { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
    await submit();
    await work();
    expect(await again()).toEqual({ kind: 'no-recording', spotCode: '0042' });
  });
});

describe('what the desk sees of a spot', () => {
  it('shows a newer recording on its way while stations keep the older', async () => {
    await submit('one');
    await work();
    await submit('two');
    const view = await readSpot(world.ports, '0042');
    expect(view?.airedVersion).toBe(1);
    expect(view?.profiles.map(({ stateOfVersion, state }) => [stateOfVersion, state.kind])).toEqual(
      [
        [2, 'waiting'],
        [2, 'waiting'],
      ],
    );
    expect(view?.profiles.every(({ rendition }) => rendition !== null)).toBe(true);
  });

  it('falls back to what stations hold when the newest was refused', async () => {
    await submit('one');
    await work();
    engine.hears = { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
    await submit('two');
    await work();
    const view = await readSpot(world.ports, '0042');
    expect(view?.versions.map(({ state }) => state)).toEqual(['refused', 'ready']);
    expect(view?.profiles.map(({ state }) => state.kind)).toEqual(['ready', 'ready']);
  });

  it('names an edited profile out of date until its new file is asked for', async () => {
    await submit();
    await work();
    world.content.profiles.splice(1, 1, { ...KITA, bitRateKbps: 64 });
    expect(await states()).toEqual({ KAYES: 'ready', KITA: 'out-of-date' });
    await prepareMissing(world.ports);
    expect(await states()).toEqual({ KAYES: 'ready', KITA: 'waiting' });
    await work();
    expect(await states()).toEqual({ KAYES: 'ready', KITA: 'ready' });
  });

  it('tells who sent each recording', async () => {
    await submit();
    const view = await readSpot(world.ports, '0042');
    expect(view?.versions[0]).toMatchObject({ uploaderName: 'Nom de user:7' });
  });
});

describe('the engine', () => {
  it('that is missing or too old is told, and is no failure', async () => {
    const withError = (error: Error) => ({
      audio: { ...engine, toolchain: () => Promise.reject(error) },
    });
    expect(await readEngine(world.ports)).toEqual({ kind: 'works' });
    expect(await readEngine(withError(new Error('No ffmpeg')))).toEqual({
      kind: 'stopped',
      cause: 'missing',
    });
    const old = Object.assign(new Error('ffmpeg 4'), { name: 'FfmpegTooOldError' });
    expect(await readEngine(withError(old))).toEqual({ kind: 'stopped', cause: 'too-old' });
  });
});
