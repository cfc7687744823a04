import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findRendition,
  giveUpPreparing,
  prepareMissing,
  prepareSpot,
  profileHash,
  submitRecording,
} from '../../../../src/use-cases/audio';
import { waveformKey, type SpotVersion } from '../../../../src/domain/audio';
import { buildProfile, buildSpot } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';
import { buildMeasurement, createFakeEngine, type FakeEngine } from './fake-engine';

const KAYES = buildProfile({ code: 'KAYES', bitRateKbps: 128 });
const KITA = buildProfile({ code: 'KITA', bitRateKbps: 48, sampleRateHz: 24_000, channels: 1 });

let world: TestPorts;
let engine: FakeEngine;
beforeEach(async () => {
  engine = createFakeEngine();
  world = await openTestPorts({
    audio: engine,
    content: { spots: [buildSpot({ code: '0042' })], profiles: [KAYES, KITA] },
  });
});
afterEach(() => world.close());

async function submit(text = 'the sound'): Promise<SpotVersion> {
  const answer = await submitRecording(world.ports, {
    spotCode: '0042',
    content: Readable.from([Buffer.from(text)]),
    by: 'user:journalist',
  });
  if (answer.kind !== 'received') throw new Error(answer.kind);
  return answer.version;
}

async function versionOf(id: string): Promise<SpotVersion> {
  const version = await world.ports.spotVersions.byId(id);
  if (version === null) throw new Error(`no version ${id}`);
  return version;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('a recording that is sent', () => {
  it('is received as the next version, with a job to prepare it', async () => {
    const first = await submit('one');
    const second = await submit('two');
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(first).toMatchObject({
      state: 'received',
      masterSizeBytes: 3,
      uploadedBy: 'user:journalist',
    });
    expect(await world.ports.files.has(first.masterKey)).toBe(true);
    const jobs = await world.ports.jobs.all();
    expect(jobs.map(({ subject }) => subject).sort()).toEqual([first.id, second.id].sort());
  });

  it('for a spot that does not exist is not even read', async () => {
    const content = Readable.from([Buffer.from('x')]);
    const answer = await submitRecording(world.ports, { spotCode: '9999', content, by: 'user:1' });
    expect(answer).toEqual({ kind: 'unknown-spot', spotCode: '9999' });
    expect(content.destroyed).toBe(true);
    expect(await filesIn(world.folder)).toEqual([]);
  });

  it('that is empty or too large leaves neither file nor row nor job', async () => {
    const send = (content: Readable, maximumUploadBytes = 100) =>
      submitRecording(
        { ...world.ports, settings: { ...world.ports.settings, maximumUploadBytes } },
        { spotCode: '0042', content, by: 'user:1' },
      );
    expect(await send(Readable.from([]))).toEqual({ kind: 'empty' });
    expect(await send(Readable.from([Buffer.alloc(101)]))).toEqual({
      kind: 'too-large',
      maximumBytes: 100,
    });
    expect(await filesIn(world.folder)).toEqual([]);
    expect(await world.ports.spotVersions.history('0042')).toEqual([]);
    expect(await world.ports.jobs.all()).toEqual([]);
  });

  it('whose row cannot be written leaves no file behind', async () => {
    const spotVersions = {
      ...world.ports.spotVersions,
      add: () => Promise.reject(new Error('disk full')),
    };
    const sent = submitRecording(
      { ...world.ports, spotVersions },
      { spotCode: '0042', content: Readable.from([Buffer.from('x')]), by: 'user:1' },
    );
    await expect(sent).rejects.toThrow('disk full');
    expect(await filesIn(world.folder)).toEqual([]);
  });

  it('whose job was lost in a power cut is found again', async () => {
    const lost = submitRecording(
      {
        ...world.ports,
        jobs: { ...world.ports.jobs, add: () => Promise.reject(new Error('power')) },
      },
      { spotCode: '0042', content: Readable.from([Buffer.from('x')]), by: 'user:1' },
    );
    await expect(lost).rejects.toThrow('power');
    expect(await prepareMissing(world.ports)).toBe(1);
    expect(await world.ports.jobs.all()).toHaveLength(1);
  });
});

describe('preparing a recording', () => {
  it('makes one file for each sound that stations ask for, named and tagged with the spot code', async () => {
    const { id } = await submit();
    await prepareSpot(world.ports, id);
    expect(await versionOf(id)).toMatchObject({
      state: 'ready',
      progressPercent: 100,
      verdict: { grade: 'accepted', reasons: [] },
      failure: null,
    });
    const kayes = await findRendition(world.ports, '0042', 'KAYES');
    expect(kayes).toMatchObject({
      fileName: '0042_v1_FR_030s.mp3',
      mediaType: 'audio/mpeg',
      spotCode: '0042',
    });
    expect(await world.ports.files.sizeOf(kayes?.storageKey ?? 'no/key')).toBe(kayes?.sizeBytes);
    expect(await findRendition(world.ports, '0042', 'NOBODY')).toBeNull();
    expect((await filesIn(world.folder)).length).toBe(3);
  });

  it('makes a sound once that two profiles share', async () => {
    world.content.profiles.push({ ...KAYES, code: 'BAMAKO', name: 'the same elsewhere' });
    const { id } = await submit();
    await prepareSpot(world.ports, id);
    expect(engine.asked).toEqual(['measure', 'render KAYES KITA']);
    expect((await findRendition(world.ports, '0042', 'BAMAKO'))?.id).toBe(
      (await findRendition(world.ports, '0042', 'KAYES'))?.id,
    );
  });

  it('refuses what is no sound, and says why', async () => {
    engine.hears = { kind: 'unreadable', reason: { kind: 'not-a-sound' } };
    const { id } = await submit();
    await prepareSpot(world.ports, id);
    expect(await versionOf(id)).toMatchObject({
      state: 'refused',
      verdict: { grade: 'refused', reasons: [{ kind: 'not-a-sound' }] },
    });
    await prepareSpot(world.ports, id);
    expect(engine.asked).toEqual(['measure']);
  });

  it('keeps what the recording is drawn by, beside it', async () => {
    const waveform = {
      version: 2,
      channels: 1,
      sample_rate: 8000,
      samples_per_pixel: 400,
      bits: 8,
      length: 1,
      data: [-3, 5],
    } as const;
    engine.hears = { kind: 'measured', measurement: buildMeasurement(), waveform };
    const { id } = await submit();
    await prepareSpot(world.ports, id);
    const kept: unknown[] = await world.ports.files.read(waveformKey(id)).toArray();
    expect(JSON.parse(kept.join(''))).toEqual(waveform);
  });

  it('says before anything is made which stations a recording will not suit', async () => {
    const limiterCurve = [
      { driveDb: 6, loudnessLu: -24 },
      { driveDb: 30, loudnessLu: -18 },
    ];
    engine.hears = {
      kind: 'measured',
      measurement: buildMeasurement({ truePeakDbtp: -1, limiterCurve }),
    };
    engine.fails = { work: 'render', error: new Error('killed') };
    const { id } = await submit();
    await expect(prepareSpot(world.ports, id)).rejects.toThrow('killed');
    expect((await versionOf(id)).verdict?.reasons[0]).toMatchObject({
      kind: 'out-of-reach',
      profileCodes: ['KAYES', 'KITA'],
    });
  });

  it('keeps the old recording on air while a newer one is refused', async () => {
    const first = await submit('good');
    await prepareSpot(world.ports, first.id);
    engine.hears = { kind: 'unreadable', reason: { kind: 'silent' } };
    const second = await submit('silent');
    await prepareSpot(world.ports, second.id);
    expect((await findRendition(world.ports, '0042', 'KITA'))?.spotVersionId).toBe(first.id);
  });

  it('goes on where it was when it is ended in the middle', async () => {
    const { id } = await submit();
    engine.fails = { work: 'render', error: new Error('killed') };
    await expect(prepareSpot(world.ports, id)).rejects.toThrow('killed');
    expect((await versionOf(id)).state).toBe('preparing');
    expect((await filesIn(world.folder)).length).toBe(1);

    await prepareSpot(world.ports, id);
    expect((await versionOf(id)).state).toBe('ready');
    expect(engine.asked).toEqual(['measure', 'render KAYES KITA', 'render KAYES KITA']);
  });

  it('keeps the files that were done, and makes only the others', async () => {
    const { id } = await submit();
    const kept: string[] = [];
    const renditions = {
      ...world.ports.renditions,
      async add(rendition: Parameters<typeof world.ports.renditions.add>[0]) {
        if (kept.length === 1) throw new Error('power');
        kept.push(rendition.profileCode);
        return world.ports.renditions.add(rendition);
      },
    };
    await expect(prepareSpot({ ...world.ports, renditions }, id)).rejects.toThrow('power');
    await prepareSpot(world.ports, id);
    expect(engine.asked).toEqual(['measure', 'render KAYES KITA', 'render KITA']);
    expect(await world.ports.renditions.ofVersion(id)).toHaveLength(2);
  });

  it('does nothing twice when it is asked twice', async () => {
    const { id } = await submit();
    await prepareSpot(world.ports, id);
    await prepareSpot(world.ports, id);
    expect(engine.asked).toEqual(['measure', 'render KAYES KITA']);
  });

  it('gives signs of life to the worker', async () => {
    const { id } = await submit();
    let beats = 0;
    await prepareSpot(world.ports, id, () => {
      beats += 1;
    });
    expect(beats).toBeGreaterThanOrEqual(3);
  });

  it('fails with its reason after the last attempt', async () => {
    const { id } = await submit();
    engine.fails = { work: 'measure', error: new Error('no ffmpeg') };
    await expect(prepareSpot(world.ports, id)).rejects.toThrow('no ffmpeg');
    await giveUpPreparing(world.ports, id, 'no ffmpeg');
    expect(await versionOf(id)).toMatchObject({ state: 'failed', failure: 'no ffmpeg' });
  });

  it('says so when its spot was deleted meanwhile', async () => {
    const { id } = await submit();
    world.content.spots.length = 0;
    await prepareSpot(world.ports, id);
    expect((await versionOf(id)).state).toBe('failed');
    expect(engine.asked).toEqual([]);
  });
});

describe('a file that misses its target', () => {
  it('is held back and named, while the other stations get theirs', async () => {
    engine.misses.set('KITA', -1.6);
    const { id } = await submit();
    await prepareSpot(world.ports, id);
    const version = await versionOf(id);
    expect(version.state).toBe('ready');
    expect(version.verdict).toMatchObject({
      grade: 'accepted-with-warnings',
      reasons: [{ kind: 'off-target', profileCode: 'KITA', measuredLufs: -17.6, targetLufs: -16 }],
    });
    expect(await findRendition(world.ports, '0042', 'KITA')).toBeNull();
    expect(await findRendition(world.ports, '0042', 'KAYES')).not.toBeNull();
    expect((await filesIn(world.folder)).length).toBe(2);
    // The same sound would miss again: nobody asks for it by himself.
    expect(await prepareMissing(world.ports)).toBe(0);
  });

  it('fails the recording when no station can have it', async () => {
    engine.misses.set('KITA', -2).set('KAYES', 3);
    const { id } = await submit();
    await prepareSpot(world.ports, id);
    expect((await versionOf(id)).state).toBe('failed');
  });
});

describe('a profile that is added or edited', () => {
  it('gets its file without taking the others away, the older version’s too', async () => {
    const first = await submit('on air');
    await prepareSpot(world.ports, first.id);
    engine.hears = { kind: 'unreadable', reason: { kind: 'silent' } };
    const second = await submit('refused');
    await prepareSpot(world.ports, second.id);

    const louder = { ...KITA, targetLufs: -14 };
    world.content.profiles = [KAYES, louder];
    for (const job of await world.ports.jobs.all()) {
      const claimed = await world.ports.jobs.claimNext(
        world.clock.now(),
        job.id,
        world.clock.now(),
      );
      if (claimed !== null) await world.ports.jobs.finish(claimed.id, job.id, world.clock.now());
    }
    expect(await findRendition(world.ports, '0042', 'KITA')).toBeNull();
    expect(await prepareMissing(world.ports)).toBe(1);

    engine.fails = { work: 'render', error: new Error('killed') };
    await expect(prepareSpot(world.ports, first.id)).rejects.toThrow('killed');
    expect((await versionOf(first.id)).state).toBe('ready');
    await prepareSpot(world.ports, first.id);
    expect(engine.asked.at(-1)).toBe('render KITA');
    expect((await findRendition(world.ports, '0042', 'KITA'))?.profileHash).toBe(
      profileHash(louder),
    );
    expect(await prepareMissing(world.ports)).toBe(0);
  });

  it('keeps its hash when only its name changes', () => {
    expect(profileHash({ ...KAYES, code: 'OTHER', name: 'Autre' })).toBe(profileHash(KAYES));
    for (const change of [
      { codec: 'aac' },
      { bitRateKbps: 192 },
      { sampleRateHz: 48_000 },
      { channels: 1 },
      { targetLufs: -23 },
      { ceilingDbtp: -2 },
    ] as const) {
      expect(profileHash({ ...KAYES, ...change })).not.toBe(profileHash(KAYES));
    }
  });
});
