import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ffprobeInstaller from '@ffprobe-installer/ffprobe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missedTarget, type LimiterPoint, type Measurement } from '../../../src/domain/audio';
import { findTools } from '../../../src/adapters/ffmpeg/find-tools';
import type { AudioEngine, RenditionMade } from '../../../src/composition/ports';
import { SIX_PROFILES } from '../../fixtures/audio/profiles';
import { wav } from '../../fixtures/audio/sounds';
import { encode, engineOf, MACHINES, openScratch, verdictOn } from './machines';

const TAGS = {
  title: '0042 Taama kɔrɔ ɲɛfɔ, ŋɔmi é',
  artist: 'Partir informé',
  album: 'Partir informé',
  comment: '0042 v3 BM',
};

let folder: string;
let close: () => Promise<void>;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  ({ folder, close } = await openScratch());
  await writeFile(at('voice.wav'), wav({ parts: [{ voice: 6, peakDbfs: -6 }] }));
  await writeFile(at('quiet.wav'), wav({ parts: [{ voice: 6, peakDbfs: -18 }] }));
  await writeFile(
    at('stereo.wav'),
    wav({ channels: 2, sampleRateHz: 44_100, parts: [{ voice: 6, peakDbfs: -3 }] }),
  );
  await writeFile(
    at('narrow.wav'),
    wav({ sampleRateHz: 8000, parts: [{ voice: 6, peakDbfs: -9 }] }),
  );
  await writeFile(
    at('tone.wav'),
    wav({ sampleRateHz: 48_000, channels: 2, parts: [{ tone: 10, peakDbfs: -23 }] }),
  );
  await writeFile(
    at('waits.wav'),
    wav({ parts: [{ silence: 2.5 }, { voice: 5, peakDbfs: -6 }, { silence: 4 }] }),
  );
  await encode(at('voice.wav'), ['-c:a', 'libopus', '-b:a', '24k'], at('note.ogg'));
  await encode(
    at('voice.wav'),
    ['-c:a', 'aac', '-metadata', 'location=+14.4469-011.4445/', '-metadata', 'artist=My phone'],
    at('phone.m4a'),
  );
  await encode(
    at('voice.wav'),
    [
      '-f',
      'lavfi',
      '-i',
      'color=red:s=64x64:d=1',
      '-map',
      '0:a',
      '-map',
      '1:v',
      '-c:v',
      'mjpeg',
      '-frames:v',
      '1',
    ],
    at('with-cover.mp3'),
  );
});
afterAll(() => close());

/** Tags as an independent reader shows them. */
function tagsOf(file: string): Readonly<Record<string, string>> {
  const answer = execFileSync(
    ffprobeInstaller.path,
    ['-v', 'error', '-show_entries', 'format_tags:stream_tags', '-of', 'json', file],
    { encoding: 'utf8' },
  );
  const { format, streams } = JSON.parse(answer) as {
    format: { tags?: Record<string, string> };
    streams: { tags?: Record<string, string> }[];
  };
  const all = { ...streams[0]?.tags, ...format.tags };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

async function measured(engine: AudioEngine, name: string): Promise<Measurement> {
  const answer = await engine.measure(at(name));
  if (answer.kind !== 'measured') throw new Error(`${name}: ${answer.reason.kind}`);
  return answer.measurement;
}

async function makeAll(
  engine: AudioEngine,
  name: string,
  into: string,
): Promise<readonly RenditionMade[]> {
  const orders = SIX_PROFILES.map((profile) => ({
    profile,
    outputPath: at(`${into}-${profile.code}`),
    tags: TAGS,
  }));
  return engine.render(at(name), await measured(engine, name), orders);
}

/** Between two points of the curve, in a straight line. */
function loudnessAt(curve: readonly LimiterPoint[], driveDb: number): number {
  const after = curve.find((point) => point.driveDb >= driveDb);
  const before = curve.findLast((point) => point.driveDb <= driveDb);
  if (after === undefined || before === undefined) throw new Error('outside the curve');
  const share =
    after === before ? 0 : (driveDb - before.driveDb) / (after.driveDb - before.driveDb);
  return before.loudnessLu + share * (after.loudnessLu - before.loudnessLu);
}

describe.each(MACHINES)('with $name', (machine) => {
  const engine = engineOf(machine);
  const label = machine.name.replaceAll(' ', '-');

  it('reads a tone of -23 dBFS on two equal channels as the standard does, less 3 LU for the mono downmix', async () => {
    const tone = await measured(engine, 'tone.wav');
    // EBU Tech 3341, case 1: -23.0 LUFS in stereo; one channel of it counts 3.01 LU less.
    expect(Math.abs((tone.loudnessLufs ?? 0) + 26)).toBeLessThanOrEqual(0.11);
    expect(Math.abs((tone.truePeakDbtp ?? 0) + 23)).toBeLessThanOrEqual(0.11);
    expect(tone.decodedSeconds).toBeCloseTo(10, 2);
    expect(tone.channels).toBe(2);
  });

  it('hears the silence before and after the voice', async () => {
    const waits = await measured(engine, 'waits.wav');
    expect(waits.silentHeadSeconds).toBeCloseTo(2.5, 1);
    // The voice itself ends in a breath of up to 0.3 s.
    expect(waits.silentTailSeconds).toBeGreaterThan(3.9);
    expect(waits.silentTailSeconds).toBeLessThan(4.5);
    expect(waits.decodedSeconds).toBeCloseTo(11.5, 2);
    expect((await verdictOn(engine, at('waits.wav'))).kinds).toEqual([
      'silent-head',
      'silent-tail',
    ]);
  });

  it.each(['with-cover.mp3', 'note.ogg', 'phone.m4a'])('takes %s from a phone', async (name) => {
    const { grade, kinds } = await verdictOn(engine, at(name));
    expect({ grade, kinds }).toEqual({ grade: 'accepted', kinds: [] });
  });

  it.each(['voice.wav', 'quiet.wav', 'stereo.wav', 'narrow.wav'])(
    'brings %s to the level of every station, in each of six formats',
    async (name) => {
      const made = await makeAll(engine, name, `${label}-${name}`);
      const report = SIX_PROFILES.map((profile) => {
        const result = made.find(({ profileCode }) => profileCode === profile.code);
        if (result === undefined) return { profile: profile.code, errorLu: null, overDb: null };
        expect(missedTarget(profile, 'hash', result)).toBeNull();
        return {
          profile: profile.code,
          errorLu: (result.loudnessLufs ?? -70) - profile.targetLufs,
          overDb: (result.truePeakDbtp ?? -70) - profile.ceilingDbtp,
        };
      });
      for (const { profile, errorLu, overDb } of report) {
        expect(Math.abs(errorLu ?? 99), `${profile} loudness`).toBeLessThanOrEqual(0.55);
        expect(overDb ?? 99, `${profile} true peak`).toBeLessThanOrEqual(0.15);
      }
    },
  );

  it('gives the same bytes for the same sound, and says their checksum', async () => {
    const first = await makeAll(engine, 'note.ogg', `${label}-first`);
    const second = await makeAll(engine, 'note.ogg', `${label}-second`);
    expect(second).toEqual(first);
    for (const { profileCode, sha256, sizeBytes } of first) {
      const bytes = await readFile(at(`${label}-first-${profileCode}`));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(bytes.length).toBe(sizeBytes);
    }
  });

  it('writes the spot code into the title and nothing of the phone', async () => {
    await makeAll(engine, 'phone.m4a', `${label}-tags`);
    for (const { code, codec } of SIX_PROFILES) {
      const tags = tagsOf(at(`${label}-tags-${code}`));
      expect(tags.title, code).toBe(codec === 'wav' ? '0042 Taama koro nefo, ngomi e' : TAGS.title);
      expect(JSON.stringify(tags), code).not.toMatch(/14\.4469|My phone/);
    }
  });

  it('cuts the silence before and after, and counts one channel for two, where a station asks for it', async () => {
    const [profile] = SIX_PROFILES;
    if (profile === undefined) throw new Error('no profile');
    const asked = { ...profile, code: 'ASKED', countsDualMono: true, trimsSilence: true };
    const outputPath = at(`${label}-asked.mp3`);
    const waits = await measured(engine, 'waits.wav');
    const [made] = await engine.render(at('waits.wav'), waits, [
      { profile: asked, outputPath, tags: TAGS },
    ]);
    if (made === undefined) throw new Error('nothing was made');
    expect(missedTarget(asked, 'hash', made)).toBeNull();
    const file = await measured(engine, `${label}-asked.mp3`);
    expect(file.decodedSeconds).toBeCloseTo(made.durationSeconds, 1);
    expect(file.decodedSeconds).toBeLessThan(6.2);
    expect(file.silentHeadSeconds).toBeLessThan(0.5);
    // A plain meter of the one channel reads 3 LU less than the station hears.
    expect(Math.abs((file.loudnessLufs ?? 0) - (asked.targetLufs - 3.01))).toBeLessThan(0.3);
  });

  it('foretells how loud a voice gets behind its own limiter', async () => {
    const { limiterCurve = [], truePeakDbtp } = await measured(engine, 'voice.wav');
    const tools = await findTools(machine.env);
    // Where spots are made: limited by 3, 5 and 7 dB.
    for (const drive of [3, 5, 7].map((limited) => limited - (truePeakDbtp ?? 0))) {
      const out = at(`${label}-driven.wav`);
      execFileSync(tools.ffmpeg, [
        ...['-nostdin', '-v', 'error', '-y', '-i', at('voice.wav'), '-af'],
        `aresample=48000,aformat=sample_fmts=fltp,volume=${drive}dB,alimiter=level=0:limit=0.5:attack=5:release=50`,
        ...['-c:a', 'pcm_s16le', out],
      ]);
      const heard = await measured(engine, path.basename(out));
      const threshold = 20 * Math.log10(0.5);
      const foretold = loudnessAt(limiterCurve, drive - threshold) + threshold;
      expect(Math.abs((heard.loudnessLufs ?? 0) - foretold)).toBeLessThan(0.35);
    }
  });

  it('brings a recording to its level that was checked before limiters were foretold', async () => {
    const { limiterCurve, ...older } = await measured(engine, 'quiet.wav');
    expect(limiterCurve).toBeDefined();
    const [profile] = SIX_PROFILES;
    if (profile === undefined) throw new Error('no profile');
    const outputPath = at(`${label}-older.mp3`);
    const [made] = await engine.render(at('quiet.wav'), older, [
      { profile, outputPath, tags: TAGS },
    ]);
    expect(Math.abs((made?.loudnessLufs ?? 0) - profile.targetLufs)).toBeLessThanOrEqual(0.25);
  });

  it('leaves nothing half made when the master is gone', async () => {
    const measurement = await measured(engine, 'voice.wav');
    const orders = SIX_PROFILES.map((profile) => ({
      profile,
      outputPath: at(`${label}-lost-${profile.code}`),
      tags: TAGS,
    }));
    await expect(engine.render(at('never-there.wav'), measurement, orders)).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.includes('-lost-'))).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
  });
});
