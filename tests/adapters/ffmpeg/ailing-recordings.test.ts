import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge, type Measurement, type Waveform } from '../../../src/domain/audio';
import type { AudioEngine } from '../../../src/composition/ports';
import { SIX_PROFILES } from '../../fixtures/audio/profiles';
import { wav } from '../../fixtures/audio/sounds';
import { encode, engineOf, MACHINES, openScratch } from './machines';

let folder: string;
let close: () => Promise<void>;
const at = (name: string) => path.join(folder, name);

/** Six seconds of voice, and what was done to it. Names say what is to be heard. */
const AILMENTS: Readonly<Record<string, string>> = {
  'left-only.wav': 'pan=stereo|c0=c0|c1=0*c0',
  'right-only.wav': 'pan=stereo|c0=0.01*c0|c1=c0',
  'antiphase.wav': 'pan=stereo|c0=c0|c1=-1*c0',
  'same-twice.wav': 'pan=stereo|c0=c0|c1=c0',
  'two-voices.wav': 'asplit[l][d];[d]adelay=170[r];[l][r]join=inputs=2:channel_layout=stereo',
  'offset.wav': 'volume=0.7,dcshift=shift=0.05',
  'noisy.wav': 'anull[v];anoisesrc=color=pink:seed=7:r=16000:a=0.5[n];[v][n]amix=2:duration=first',
  'claps.wav':
    "volume=-24dB[v];aevalsrc='0.9*lt(mod(t,2),0.005)*sin(6000*t)':s=16000:d=6[c];[v][c]amix=2:duration=first,volume=5dB",
};

beforeAll(async () => {
  ({ folder, close } = await openScratch());
  await writeFile(at('voice.wav'), wav({ parts: [{ voice: 6, peakDbfs: -6 }] }));
  await writeFile(
    at('pause.wav'),
    wav({ parts: [{ voice: 2, peakDbfs: -6 }, { silence: 3.5 }, { voice: 2, peakDbfs: -6 }] }),
  );
  await writeFile(
    at('drawn.wav'),
    wav({ parts: [{ tone: 2, peakDbfs: -6 }, { silence: 3.5 }, { tone: 2, peakDbfs: -6 }] }),
  );
  for (const [name, filters] of Object.entries(AILMENTS)) {
    await encode(at('voice.wav'), ['-filter_complex', filters], at(name));
  }
});
afterAll(() => close());

async function heard(
  engine: AudioEngine,
  name: string,
): Promise<{ measurement: Measurement; waveform: Waveform; kinds: readonly string[] }> {
  const answer = await engine.measure(at(name));
  if (answer.kind !== 'measured' || answer.waveform === undefined) throw new Error(name);
  const { measurement, waveform } = answer;
  const kinds = judge(measurement, undefined, SIX_PROFILES).reasons.map(({ kind }) => kind);
  return { measurement, waveform, kinds };
}

describe.each(MACHINES)('with $name', (machine) => {
  const engine = engineOf(machine);

  it.each([
    ['voice.wav', []],
    ['same-twice.wav', []],
    ['two-voices.wav', []],
    ['left-only.wav', ['one-ear']],
    ['right-only.wav', ['one-ear']],
    ['antiphase.wav', ['antiphase']],
    ['offset.wav', ['dc-offset']],
    ['noisy.wav', ['noisy']],
    ['pause.wav', ['inner-silence']],
  ])('%s is accepted, with what ails it: %j', async (name, kinds) => {
    expect((await heard(engine, name)).kinds).toEqual(kinds);
  });

  it('takes the voice from where it is: one ear or against each other, it is as loud as before', async () => {
    const { measurement: voice } = await heard(engine, 'voice.wav');
    for (const [name, downmix] of [
      ['left-only.wav', 'left'],
      ['right-only.wav', 'right'],
      ['antiphase.wav', 'left'],
      ['same-twice.wav', 'average'],
    ] as const) {
      const { measurement } = await heard(engine, name);
      expect(measurement.downmix, name).toBe(downmix);
      const louder = (measurement.loudnessLufs ?? 0) - (voice.loudnessLufs ?? 0);
      expect(Math.abs(louder), name).toBeLessThanOrEqual(0.15);
    }
  });

  it('tells before encoding that claps cannot be brought to a level, and is right', async () => {
    const { measurement, kinds } = await heard(engine, 'claps.wav');
    expect(kinds).toContain('out-of-reach');
    const verdict = judge(measurement, undefined, SIX_PROFILES).reasons[0];
    if (verdict?.kind !== 'out-of-reach') throw new Error('not told');
    const profile = SIX_PROFILES.find(({ code }) => code === 'AAC-64');
    if (profile === undefined) throw new Error('no profile');
    expect(verdict.profileCodes).toContain(profile.code);
    const order = {
      profile,
      outputPath: at('claps.m4a'),
      tags: { title: '', artist: '', album: '', comment: '' },
    };
    const [made] = await engine.render(at('claps.wav'), measurement, [order]);
    expect(made?.loudnessLufs ?? 0).toBeLessThan(profile.targetLufs - 0.5);
  });

  it('keeps real stereo for a profile of two channels, and both voices for one of one', async () => {
    const { measurement } = await heard(engine, 'two-voices.wav');
    const profiles = SIX_PROFILES.filter(({ code }) => /STEREO|MP3-128/.test(code));
    const orders = profiles.map((profile) => ({
      profile,
      outputPath: at(`two-${profile.code}.mp3`),
      tags: { title: '', artist: '', album: '', comment: '' },
    }));
    const made = await engine.render(at('two-voices.wav'), measurement, orders);
    for (const { loudnessLufs } of made) {
      expect(Math.abs((loudnessLufs ?? 0) + 16)).toBeLessThanOrEqual(0.5);
    }
    const again = await heard(engine, 'two-MP3-192-STEREO.mp3');
    expect(again.measurement.stereo?.correlation ?? 1).toBeLessThan(0.9);
    const mono = await heard(engine, 'two-MP3-128-MONO.mp3');
    expect(mono.measurement.channels).toBe(1);
  });

  it('draws the recording: 20 pixels a second, as high as it is loud', async () => {
    const { waveform } = await heard(engine, 'drawn.wav');
    expect(waveform).toMatchObject({ version: 2, sample_rate: 8000, samples_per_pixel: 400 });
    expect(waveform.length).toBe(150);
    expect(waveform.data).toHaveLength(300);
    // -6 dBFS is 64 of 128; the pause is a flat line.
    expect(Math.max(...waveform.data)).toBeGreaterThan(62);
    expect(Math.max(...waveform.data)).toBeLessThan(66);
    expect(waveform.data.slice(2 * 45, 2 * 105).every((value) => Math.abs(value) <= 1)).toBe(true);
  });
});
