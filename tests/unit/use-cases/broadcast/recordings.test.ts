import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  attachRecording,
  confirmAiring,
  eraseWithdrawnRecordings,
  findRecording,
  readRecordings,
  readStationDays,
  removeRecording,
  type RecordedAiring,
} from '../../../../src/use-cases/broadcast';
import { buildAiring, buildConsent, buildSpot } from '../../../helpers/builders';
import type { TestPorts } from '../../../helpers/test-ports';
import { buildMeasurement, createFakeEngine, type FakeEngine } from '../audio/fake-engine';
import { openBroadcastStory, planOne } from './broadcast-story';

let story: TestPorts;
let slotId: string;
let engine: FakeEngine;
beforeEach(async () => {
  story = await openBroadcastStory({ spots: [buildSpot({ voices: 'adult' })] });
  await story.ports.consents.add(buildConsent());
  slotId = await planOne(story);
  engine = createFakeEngine();
  story.clock.set('2026-12-01T09:00:00Z');
});
afterEach(() => story.close());

const confirm = (outcome: 'aired' | 'missed' = 'aired') =>
  confirmAiring(story.ports, {
    slotId,
    stationCode: 'KAY',
    outcome,
    missedReason: 'power',
    idempotencyKey: 'first-key',
    saidBy: 'station:KAY',
    evidence: 'page',
  });
const attach = (of: RecordedAiring = { stationCode: 'KAY', slotId }, bytes = 'recorded sound') =>
  attachRecording(
    { ...story.ports, audio: engine },
    { of, content: Readable.from(bytes === '' ? [] : [Buffer.from(bytes)]), by: 'station:KAY' },
  );
async function attached() {
  await confirm();
  const answer = await attach();
  if (answer.kind !== 'attached') throw new Error(answer.kind);
  return answer.recording;
}
const rows = async (): Promise<unknown[]> => story.knex('ops_airing_recordings').select();

describe('a recording of an airing', () => {
  it('raises its proof by a new entry; the first word stays', async () => {
    const recording = await attached();
    expect(await story.ports.airings.currentOfSlot(slotId)).toMatchObject({
      id: recording.airingId,
      outcome: 'aired',
      evidence: 'recording',
      spotCode: '0042',
      durationSeconds: 30,
    });
    expect(await story.ports.airings.all()).toHaveLength(2);
    expect(recording).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      sizeBytes: 14,
      durationSeconds: 30,
      mediaType: 'audio/ogg',
    });
    expect(await story.ports.files.has(recording.storageKey)).toBe(true);
  });

  it('of an unplanned airing is attached to its entry', async () => {
    const airing = buildAiring({ slotId: null, outcome: 'unplanned' });
    await story.ports.airings.add(airing);
    expect(await attach({ stationCode: null, airingId: airing.id })).toMatchObject({
      kind: 'attached',
      airing: { outcome: 'unplanned', evidence: 'recording', supersedes: airing.id },
    });
  });

  it('is one: a second is refused, also when both come at once', async () => {
    await confirm();
    const both = await Promise.all([attach(), attach(undefined, 'another sound')]);
    expect(both.map(({ kind }) => kind).filter((kind) => kind === 'attached')).toHaveLength(1);
    expect(await attach()).toEqual({ kind: 'refused', refusal: { kind: 'already-attached' } });
    expect(await rows()).toHaveLength(1);
  });

  it('needs somebody who said that it was aired', async () => {
    expect(await attach()).toEqual({ kind: 'refused', refusal: { kind: 'not-aired' } });
    await confirm('missed');
    expect(await attach()).toEqual({ kind: 'refused', refusal: { kind: 'not-aired' } });
  });

  it('of another station is not found', async () => {
    await confirm();
    expect(await attach({ stationCode: 'BKO', slotId })).toEqual({ kind: 'not-found' });
    expect(await attach({ stationCode: 'BKO', airingId: 'none' })).toEqual({ kind: 'not-found' });
  });
});

describe('what is no recording', () => {
  it.each([
    ['no sound', () => (engine.hears = { kind: 'unreadable', reason: { kind: 'not-a-sound' } })],
    [
      'a click',
      () =>
        (engine.hears = {
          kind: 'measured',
          measurement: buildMeasurement({ decodedSeconds: 2.9 }),
        }),
    ],
    [
      'silence',
      () =>
        (engine.hears = {
          kind: 'measured',
          measurement: buildMeasurement({ loudnessLufs: null }),
        }),
    ],
  ])('%s is refused and leaves nothing', async (_story, prepare) => {
    await confirm();
    prepare();
    expect(await attach()).toMatchObject({ kind: 'refused', refusal: { kind: 'unusable' } });
    expect(await rows()).toEqual([]);
    expect(await story.ports.airings.all()).toHaveLength(1);
  });

  it('an empty or an endless file is refused and leaves nothing', async () => {
    await confirm();
    expect(await attach(undefined, '')).toMatchObject({ refusal: { kind: 'empty' } });
    expect(await attach(undefined, 'x'.repeat(15 * 1024 * 1024 + 1))).toMatchObject({
      refusal: { kind: 'too-large' },
    });
    expect(await rows()).toEqual([]);
  });

  it('an engine that breaks leaves nothing either', async () => {
    await confirm();
    engine.fails = { work: 'measure', error: new Error('no ffmpeg') };
    await expect(attach()).rejects.toThrow('no ffmpeg');
    expect(await rows()).toEqual([]);
  });
});

describe('a voice that says no', () => {
  const withdraw = () =>
    story.ports.consents.withdraw('consent-1', 'user:manager', story.clock.now());
  const find = (id: string) => findRecording(story.ports, id);

  it('is not heard from that moment, and erased at the next heartbeat; the ledger keeps its entry', async () => {
    const recording = await attached();
    expect((await find(recording.id)).kind).toBe('file');
    await withdraw();
    expect(await find(recording.id)).toEqual({
      kind: 'held-back',
      reasons: [{ kind: 'withdrawn' }],
    });
    expect((await readRecordings(story.ports))[0]?.holds).toEqual([{ kind: 'withdrawn' }]);

    expect(await eraseWithdrawnRecordings(story.ports)).toBe(1);
    expect(await eraseWithdrawnRecordings(story.ports)).toBe(0);
    expect(await story.ports.files.has(recording.storageKey)).toBe(false);
    expect((await find(recording.id)).kind).toBe('erased');
    expect((await readRecordings(story.ports))[0]).toMatchObject({
      erasedBecause: 'withdrawn',
      sha256: recording.sha256,
    });
    expect(await story.ports.airings.currentOfSlot(slotId)).toMatchObject({
      evidence: 'recording',
    });
  });

  it('also when the spot was deleted', async () => {
    const recording = await attached();
    story.content.spots.length = 0;
    expect((await find(recording.id)).kind).toBe('file');
    await withdraw();
    expect((await find(recording.id)).kind).toBe('held-back');
    expect(await eraseWithdrawnRecordings(story.ports)).toBe(1);
  });

  it('is kept by nobody who hands it in afterwards', async () => {
    await confirm();
    await withdraw();
    expect(await attach()).toMatchObject({ kind: 'refused', refusal: { kind: 'held-back' } });
    expect(await rows()).toEqual([]);
  });

  it('whose consent has run out is not heard, and not erased', async () => {
    const recording = await attached();
    story.clock.set('2028-01-01T09:00:00Z');
    expect((await find(recording.id)).kind).toBe('held-back');
    expect(await eraseWithdrawnRecordings(story.ports)).toBe(0);
  });
});

describe('a recording that should not have been sent', () => {
  it('is erased by hand, once', async () => {
    const { id, storageKey } = await attached();
    const remove = () => removeRecording(story.ports, { recordingId: id, by: 'user:manager' });
    expect(await remove()).toEqual({ kind: 'erased' });
    expect(await remove()).toEqual({ kind: 'already-erased' });
    expect(await story.ports.files.has(storageKey)).toBe(false);
    expect(await removeRecording(story.ports, { recordingId: 'none', by: 'user:manager' })).toEqual(
      { kind: 'not-found' },
    );
  });
});

it('what a power cut left half received is swept after an hour', async () => {
  const recording = await attached();
  await story.ports.airingRecordings.addPending({
    ...recording,
    id: 'half',
    slotId: null,
    storageKey: 'airings/half',
  });
  await story.ports.files.put('airings/half', Readable.from([Buffer.from('half')]), 100);
  await eraseWithdrawnRecordings(story.ports);
  expect(await rows()).toHaveLength(2);
  story.clock.advance({ minutes: 61 });
  await eraseWithdrawnRecordings(story.ports);
  expect(await rows()).toHaveLength(1);
  expect(await story.ports.files.has('airings/half')).toBe(false);
});

describe('a slot whose recording was erased', () => {
  it('keeps its grade, and says that the proof is gone', async () => {
    const recording = await attached();
    const seen = async () =>
      (await readStationDays(story.ports, 'KAY'))?.days
        .flatMap(({ slots }) => slots)
        .find(({ slot }) => slot.id === slotId);
    expect(await seen()).toMatchObject({ isRecordingErased: false });
    await removeRecording(story.ports, { recordingId: recording.id, by: 'user:7' });
    expect(await seen()).toMatchObject({
      airing: { evidence: 'recording' },
      isRecordingErased: true,
    });
  });
});
