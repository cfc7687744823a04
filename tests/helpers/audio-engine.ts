import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

import type { AudioEngine } from '../../src/composition/ports';

const SOUND = 'sound';

/**
 * An engine that finds every recording in order and writes a few bytes for each order; no ffmpeg.
 *
 * @param told.measure what the story wants to happen while a recording is measured.
 */
export function buildEngine(told: { measure?: () => Promise<void> } = {}): AudioEngine {
  return {
    toolchain: async () => ({
      version: 'test',
      hash: 'toolchain',
      origin: 'configured',
      isOld: false,
      shortcomings: [],
    }),
    async measure(_path, onProgress) {
      onProgress?.(50);
      await told.measure?.();
      onProgress?.(100);
      return {
        kind: 'measured',
        measurement: {
          container: 'mp3',
          codec: 'mp3',
          channels: 1,
          sampleRateHz: 44_100,
          declaredSeconds: 30,
          decodedSeconds: 30,
          loudnessLufs: -18,
          loudnessRangeLu: 4,
          truePeakDbtp: -3,
          silentHeadSeconds: 0,
          silentTailSeconds: 0,
        },
      };
    },
    render: async (_master, _measurement, orders) =>
      Promise.all(
        orders.map(async ({ profile, outputPath }) => {
          await writeFile(outputPath, SOUND);
          return {
            profileCode: profile.code,
            sha256: createHash('sha256').update(SOUND).digest('hex'),
            sizeBytes: SOUND.length,
            durationSeconds: 30,
            loudnessLufs: profile.targetLufs,
            truePeakDbtp: -2,
          };
        }),
      ),
  };
}
