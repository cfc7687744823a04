import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  confirmRevoicing,
  eraseRecording,
  finishErasures,
  findRendition,
  hearMaster,
  openUpload,
  prepareMissing,
  prepareSpot,
  pullAllProtected,
  readSpot,
  setProtection,
  submitRecording,
} from '../../../../src/use-cases/audio';
import { waveformKey, type SpotVersion, type Voicing } from '../../../../src/domain/audio';
import { findStationFile } from '../../../../src/use-cases/delivery';
import { spotsToHear } from '../../../../src/web/public/spots-to-hear';
import {
  buildConsent,
  buildProfile,
  buildSlot,
  buildSpot,
  buildStation,
} from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';
import { buildMeasurement, createFakeEngine, type FakeEngine } from './fake-engine';

const PROFILE = buildProfile({ code: 'MP3-STEREO' });
const ACTOR: Voicing = { kind: 're-voiced', actorReference: 'KAY-ACT-7' };
const WITNESS: Voicing = { kind: 'original' };
const LISTENS = { mayHearMasters: true, mayHearProtected: true };
const READS = { mayHearMasters: true, mayHearProtected: false };

let world: TestPorts;
let engine: FakeEngine;

beforeEach(async () => {
  engine = createFakeEngine();
  engine.hears = {
    kind: 'measured',
    measurement: buildMeasurement(),
    waveform: {
      version: 2,
      channels: 1,
      sample_rate: 8000,
      samples_per_pixel: 400,
      bits: 8,
      length: 1,
      data: [-1, 1],
    },
  };
  world = await openTestPorts({
    audio: engine,
    now: '2026-12-05T09:00:00Z',
    content: {
      spots: [buildSpot({ voices: 'adult', isProtected: true }), buildSpot({ code: '0043' })],
      profiles: [PROFILE],
      stations: [buildStation({ profileCode: PROFILE.code })],
    },
  });
});
afterEach(() => world.close());

async function send(
  text: string,
  voicing: Voicing,
  by = 'user:journalist',
  spotCode = '0042',
): Promise<SpotVersion> {
  const answer = await submitRecording(world.ports, {
    spotCode,
    content: Readable.from([Buffer.from(text)]),
    voicing,
    by,
  });
  if (answer.kind !== 'received') throw new Error(answer.kind);
  await prepareSpot(world.ports, answer.version.id);
  return versionOf(answer.version.id);
}

async function versionOf(id: string): Promise<SpotVersion> {
  const version = await world.ports.spotVersions.byId(id);
  if (version === null) throw new Error(`no version ${id}`);
  return version;
}

async function confirmed(text = 'the actor'): Promise<SpotVersion> {
  const { id } = await send(text, ACTOR);
  expect(await confirmRevoicing(world.ports, { versionId: id, by: 'user:manager' })).toEqual({
    kind: 'confirmed',
  });
  await prepareSpot(world.ports, id);
  return versionOf(id);
}

async function filesLeft(): Promise<string[]> {
  const entries = await readdir(world.folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const journal = async (): Promise<string[]> => {
  const rows = await world.knex<{ action: string; by: string }>('ops_journal').orderBy('at');
  return rows.map(({ action, by }) => `${action} ${by}`);
};

const protect = (isProtected: boolean, spotCode = '0042') =>
  setProtection(world.ports, { spotCode, isProtected, by: 'user:manager' });

describe('the voice of a protected witness', () => {
  it('is checked and kept, and no file is made of it', async () => {
    const kept = await send('the witness', WITNESS);
    expect(kept).toMatchObject({ state: 'kept', progressPercent: 100 });
    expect(kept.verdict?.grade).toBe('accepted');
    expect(engine.asked).toEqual(['measure']);
    expect(await world.ports.renditions.all()).toEqual([]);
    // Neither the upkeep nor a second run of the job changes that.
    expect(await prepareMissing(world.ports)).toBe(0);
    await prepareSpot(world.ports, kept.id);
    expect((await versionOf(kept.id)).state).toBe('kept');
  });

  it('is what a recording is taken for when the sender says nothing', async () => {
    const answer = await submitRecording(world.ports, {
      spotCode: '0042',
      content: Readable.from([Buffer.from('x')]),
      by: 'user:journalist',
    });
    expect(answer).toMatchObject({ version: { voicing: { kind: 'original' } } });
    const opened = await openUpload(world.ports, { spotCode: '0042', sizeBytes: 5, by: 'user:1' });
    expect(opened).toMatchObject({ upload: { voicing: { kind: 'original' } } });
  });

  it('is refused when the very file comes back as re-voiced, or for another spot', async () => {
    await send('the witness', WITNESS);
    for (const [spotCode, voicing] of [
      ['0042', ACTOR],
      ['0043', WITNESS],
      ['0043', ACTOR],
    ] as const) {
      const answer = await submitRecording(world.ports, {
        spotCode,
        voicing,
        content: Readable.from([Buffer.from('the witness')]),
        by: 'user:journalist',
      });
      expect(answer).toEqual({ kind: 'same-as-protected' });
    }
    expect(await world.ports.spotVersions.history('0043')).toEqual([]);
    expect((await filesLeft()).length).toBe(2);
    // As what it is, it may come again.
    expect((await send('the witness', WITNESS)).number).toBe(2);
  });
});

describe('a re-voiced recording', () => {
  it('waits for a second person, then goes to the stations', async () => {
    const waiting = await send('the actor', ACTOR);
    expect(waiting.state).toBe('kept');
    expect(await findRendition(world.ports, '0042', PROFILE.code)).toBeNull();

    const own = { versionId: waiting.id, by: 'user:journalist' };
    expect(await confirmRevoicing(world.ports, own)).toEqual({ kind: 'same-person' });
    const second = { versionId: waiting.id, by: 'user:manager' };
    expect(await confirmRevoicing(world.ports, second)).toEqual({ kind: 'confirmed' });
    expect(await confirmRevoicing(world.ports, second)).toEqual({ kind: 'nothing-to-confirm' });
    await prepareSpot(world.ports, waiting.id);
    expect((await versionOf(waiting.id)).state).toBe('ready');
    expect(await findRendition(world.ports, '0042', PROFILE.code)).toMatchObject({
      spotVersionId: waiting.id,
    });
    expect(await journal()).toContain('revoicing-confirmed user:manager');
  });

  it('whose job was lost right after the confirmation is found again, also behind a newer one', async () => {
    const { id } = await send('the actor', ACTOR);
    await send('the witness again', WITNESS);
    for (const job of await world.ports.jobs.all()) {
      await world.knex('ops_jobs').where({ id: job.id }).delete();
    }
    await confirmRevoicing(
      { ...world.ports, jobs: { ...world.ports.jobs, add: async () => undefined } },
      { versionId: id, by: 'user:manager' },
    );
    expect(await prepareMissing(world.ports)).toBe(1);
    expect(await world.ports.jobs.all()).toMatchObject([{ subject: id, state: 'queued' }]);
  });

  it('cannot be confirmed where it is the witness, or before it was checked', async () => {
    const { id } = await send('the witness', WITNESS);
    expect(await confirmRevoicing(world.ports, { versionId: id, by: 'user:manager' })).toEqual({
      kind: 'nothing-to-confirm',
    });
    const raw = await submitRecording(world.ports, {
      spotCode: '0042',
      content: Readable.from([Buffer.from('new')]),
      voicing: ACTOR,
      by: 'user:journalist',
    });
    if (raw.kind !== 'received') throw new Error(raw.kind);
    const early = { versionId: raw.version.id, by: 'user:manager' };
    expect(await confirmRevoicing(world.ports, early)).toEqual({ kind: 'not-checked-yet' });
  });
});

describe('a witness who is protected after the sound went out', () => {
  beforeEach(() => {
    world.content.spots[0] = buildSpot({ voices: 'adult' });
  });

  it('is gone from every door at once: station, page, file, and what is shown at the desk', async () => {
    await world.ports.consents.add(buildConsent());
    await world.ports.slots.addAll(
      [
        buildSlot({
          windowStart: new Date('2026-12-06T07:00:00Z'),
          windowEnd: new Date('2026-12-06T07:30:00Z'),
          airDate: '2026-12-06',
        }),
      ],
      'user:manager',
      world.clock.now(),
    );
    const out = await send('the witness', WITNESS);
    const [file] = await world.ports.renditions.ofVersion(out.id);
    const doors = async () => ({
      station: (await findStationFile(world.ports, 'KAY', file?.id ?? '')).kind,
      page: (await spotsToHear(world.ports, 'MSG-1')).length,
      file: (await findRendition(world.ports, '0042', PROFILE.code)) !== null,
      desk: (await readSpot(world.ports, '0042'))?.airedVersion,
    });
    expect(await doors()).toEqual({ station: 'file', page: 1, file: true, desk: 1 });

    // The moment the spot says so, before any worker has run.
    world.content.spots[0] = buildSpot({ voices: 'adult', isProtected: true });
    expect(await doors()).toEqual({ station: 'not-yours', page: 0, file: false, desk: null });

    expect(await pullAllProtected(world.ports)).toBe(1);
    expect((await versionOf(out.id)).state).toBe('kept');
    expect(await pullAllProtected(world.ports)).toBe(0);
    expect(await doors()).toEqual({ station: 'not-yours', page: 0, file: false, desk: null });
  });

  it('while its files are being made, is kept when they are done', async () => {
    const { render } = engine;
    engine.render = async (...asked) => {
      world.content.spots[0] = buildSpot({ voices: 'adult', isProtected: true });
      return render(...asked);
    };
    expect((await send('the witness', WITNESS)).state).toBe('kept');
    expect(await findRendition(world.ports, '0042', PROFILE.code)).toBeNull();
  });

  it('can be protected by one step of the manager, and that never again be lifted', async () => {
    const out = await send('the witness', WITNESS);
    expect(await protect(true)).toEqual({ kind: 'set' });
    expect((await versionOf(out.id)).state).toBe('kept');
    expect(await protect(false)).toEqual({ kind: 'cannot-be-lifted' });
    expect(world.content.spots[0]?.isProtected).toBe(true);
  });
});

describe('the protection', () => {
  it('is lifted only where no sound ever came and none is on its way', async () => {
    expect(await protect(false)).toEqual({ kind: 'set' });
    expect(await protect(true)).toEqual({ kind: 'set' });
    await openUpload(world.ports, { spotCode: '0042', sizeBytes: 5, by: 'user:1' });
    expect(await protect(false)).toEqual({ kind: 'cannot-be-lifted' });
  });

  it('stays when the original was destroyed', async () => {
    const { id } = await send('the witness', WITNESS);
    await eraseRecording(world.ports, { versionId: id, by: 'user:manager' });
    expect(await protect(false)).toEqual({ kind: 'cannot-be-lifted' });
  });

  it('is not for somebody who does not exist', async () => {
    expect(await protect(true, '0043')).toEqual({ kind: 'no-real-person' });
    expect(await protect(true, '9999')).toEqual({ kind: 'unknown-spot' });
  });
});

describe('hearing a protected witness', () => {
  it('is written down with who listened, before a byte goes out', async () => {
    const { id } = await send('the witness', WITNESS);
    const heard = await hearMaster(world.ports, {
      versionId: id,
      by: 'user:manager',
      listener: LISTENS,
    });
    expect(heard).toMatchObject({ kind: 'heard', isSensitive: true });
    expect(await journal()).toContain('protected-recording-heard user:manager');

    const silent = {
      ...world.ports,
      journal: { write: () => Promise.reject(new Error('disk full')) },
    };
    await expect(
      hearMaster(silent, { versionId: id, by: 'user:manager', listener: LISTENS }),
    ).rejects.toThrow('disk full');
  });

  it('is refused to those who may not, and to everybody once it was destroyed', async () => {
    const { id } = await send('the witness', WITNESS);
    const asked = { versionId: id, by: 'user:journalist', listener: READS };
    expect(await hearMaster(world.ports, asked)).toEqual({ kind: 'not-allowed' });
    expect(await journal()).not.toContain('protected-recording-heard user:journalist');
    // The spot's document was deleted: nobody can say any more that it was not protected.
    world.content.spots.splice(0, 1);
    expect(await hearMaster(world.ports, asked)).toEqual({ kind: 'not-allowed' });
    await eraseRecording(world.ports, { versionId: id, by: 'user:manager' });
    expect(await hearMaster(world.ports, { ...asked, listener: LISTENS })).toEqual({
      kind: 'not-found',
    });
  });
});

describe('destroying an original', () => {
  it('takes the sound, its picture and its figures, and leaves a tombstone in the journal', async () => {
    const { id, masterKey, masterSha256 } = await send('the witness', WITNESS);
    expect(await world.ports.files.has(waveformKey(id))).toBe(true);
    expect(await eraseRecording(world.ports, { versionId: id, by: 'user:manager' })).toEqual({
      kind: 'erased',
      files: 2,
    });
    expect(await world.ports.files.has(masterKey)).toBe(false);
    expect(await filesLeft()).toEqual([]);
    expect(await versionOf(id)).toMatchObject({
      state: 'erased',
      measurement: null,
      verdict: null,
      masterSha256,
    });
    expect(await journal()).toContain('recording-erased user:manager');
    // A worker that was in the middle of it brings nothing back.
    await world.ports.spotVersions.update(id, { state: 'ready', measurement: buildMeasurement() });
    expect(await versionOf(id)).toMatchObject({ state: 'erased', measurement: null });
    await prepareSpot(world.ports, id);
    expect(await filesLeft()).toEqual([]);
    // Said again, nothing is left to do, and nothing is told twice.
    await eraseRecording(world.ports, { versionId: id, by: 'user:manager' });
    expect((await journal()).filter((line) => line.startsWith('recording-erased'))).toHaveLength(1);
  });

  it('is finished after a power cut between the row and the files', async () => {
    const { id } = await send('the witness', WITNESS);
    const failing = {
      ...world.ports,
      files: { ...world.ports.files, remove: () => Promise.reject(new Error('power')) },
    };
    await expect(eraseRecording(failing, { versionId: id, by: 'user:manager' })).rejects.toThrow(
      'power',
    );
    expect((await versionOf(id)).state).toBe('erased');
    expect(await finishErasures(world.ports)).toBe(2);
    expect(await filesLeft()).toEqual([]);
  });

  it('takes the files that were made before the protection too', async () => {
    world.content.spots[0] = buildSpot({ voices: 'adult' });
    const { id } = await send('the witness', WITNESS);
    expect(await filesLeft()).toHaveLength(3);
    expect(await eraseRecording(world.ports, { versionId: id, by: 'user:manager' })).toEqual({
      kind: 'not-protected',
    });
    await protect(true);
    await eraseRecording(world.ports, { versionId: id, by: 'user:manager' });
    expect(await filesLeft()).toEqual([]);
  });

  it('spares the confirmed voice that is on the air', async () => {
    const { id } = await confirmed();
    expect(await eraseRecording(world.ports, { versionId: id, by: 'user:manager' })).toEqual({
      kind: 'in-use',
    });
    expect(await findRendition(world.ports, '0042', PROFILE.code)).not.toBeNull();
  });
});
