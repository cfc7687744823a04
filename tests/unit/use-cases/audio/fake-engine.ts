import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Measurement } from '../../../../src/domain/audio';
import type { AudioEngine, MeasureAnswer, RenditionMade } from '../../../../src/composition/ports';

export function buildMeasurement(what: Partial<Measurement> = {}): Measurement {
  return {
    container: 'ogg',
    codec: 'opus',
    channels: 1,
    sampleRateHz: 48_000,
    declaredSeconds: 30,
    decodedSeconds: 30,
    loudnessLufs: -24,
    loudnessRangeLu: 4,
    truePeakDbtp: -6,
    silentHeadSeconds: 0,
    silentTailSeconds: 0,
    ...what,
  };
}

export type FakeEngine = AudioEngine & {
  /** What it was asked, in order: `measure`, `render A B`. */
  readonly asked: string[];
  /** What the next check answers. */
  hears: MeasureAnswer;
  /** Thrown by the next work of this name, once. */
  fails: { work: 'measure' | 'render'; error: Error } | null;
  /** By how much the files of a profile miss their target, in LU. */
  readonly misses: Map<string, number>;
};

/** An engine that writes small texts in place of sound, and does as the story tells. */
export function createFakeEngine(): FakeEngine {
  const fake: FakeEngine = {
    asked: [],
    hears: { kind: 'measured', measurement: buildMeasurement() },
    fails: null,
    misses: new Map(),
    toolchain: async () => ({
      version: '5',
      hash: 'c'.repeat(64),
      origin: 'system',
      isOld: false,
      shortcomings: [],
    }),
    async measure(_path, onProgress) {
      fake.asked.push('measure');
      failIfTold(fake, 'measure');
      onProgress?.(42);
      return fake.hears;
    },
    async render(_path, _measurement, orders, onProgress) {
      fake.asked.push(`render ${orders.map(({ profile }) => profile.code).join(' ')}`);
      failIfTold(fake, 'render');
      const made: RenditionMade[] = [];
      for (const { profile, outputPath, tags } of orders) {
        const content = `${profile.code} ${tags.title}`;
        await writeFile(outputPath, content);
        onProgress?.(50);
        made.push({
          profileCode: profile.code,
          sha256: createHash('sha256').update(content).digest('hex'),
          sizeBytes: Buffer.byteLength(content),
          durationSeconds: 30,
          loudnessLufs: profile.targetLufs + (fake.misses.get(profile.code) ?? 0),
          truePeakDbtp: profile.ceilingDbtp - 0.5,
        });
      }
      return made;
    },
  };
  return fake;
}

function failIfTold(fake: FakeEngine, work: 'measure' | 'render'): void {
  if (fake.fails?.work !== work) return;
  const { error } = fake.fails;
  fake.fails = null;
  throw error;
}
