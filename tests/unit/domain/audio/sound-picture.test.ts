import { describe, expect, it } from 'vitest';

import {
  masterMediaType,
  pictureOfMaster,
  pictureOfRendition,
  type LoudnessCurve,
  type Measurement,
  type Waveform,
} from '../../../../src/domain/audio';
import { buildMeasurement } from '../../use-cases/audio/fake-engine';

/** A pixel each twentieth of a second: `[seconds, low, high]` in a row. */
function waveform(
  parts: readonly (readonly [seconds: number, low: number, high: number])[],
  loudness?: LoudnessCurve,
): Waveform {
  const data = parts.flatMap(([seconds, low, high]) =>
    Array.from({ length: seconds * 20 }, () => [low, high]).flat(),
  );
  return {
    version: 2,
    channels: 1,
    sample_rate: 8000,
    samples_per_pixel: 400,
    bits: 8,
    length: data.length / 2,
    data,
    ...(loudness === undefined ? {} : { loudness }),
  };
}

const heard = (what: Partial<Measurement>) => buildMeasurement({ loudnessLufs: -24, ...what });

describe('the picture of a recording', () => {
  it('shades the silence before and after as measured, and finds the longest pause', () => {
    const sound = waveform([
      [2, 0, 0],
      [4, -60, 60],
      [1, 0, 0],
      [4, -60, 60],
      [3, 0, 0],
      [4, -60, 60],
      [2, 0, 0],
    ]);
    const { silences } = pictureOfMaster(
      sound,
      heard({
        decodedSeconds: 20,
        silentHeadSeconds: 2,
        silentTailSeconds: 2,
        longestInnerSilenceSeconds: 3,
      }),
    );
    expect(silences).toEqual([
      { kind: 'head', fromSeconds: 0, toSeconds: 2 },
      { kind: 'inner', fromSeconds: 11, toSeconds: 14 },
      { kind: 'tail', fromSeconds: 18, toSeconds: 20 },
    ]);
  });

  it('of silence throughout is one stretch, and of speech without a pause none', () => {
    const silent = heard({ decodedSeconds: 5, silentHeadSeconds: 5, silentTailSeconds: 5 });
    expect(pictureOfMaster(waveform([[5, 0, 0]]), silent).silences).toEqual([
      { kind: 'head', fromSeconds: 0, toSeconds: 5 },
    ]);
    const speech = heard({ decodedSeconds: 5 });
    expect(pictureOfMaster(waveform([[5, -9, 9]]), speech).silences).toEqual([]);
  });

  it('of ten minutes is small, and loses no peak', () => {
    const sound = waveform([
      [300, -10, 10],
      [1, -128, 127],
      [299, -10, 10],
    ]);
    const picture = pictureOfMaster(sound, heard({ decodedSeconds: 600 }));
    expect(picture.columns).toHaveLength(720);
    expect(Math.max(...picture.columns)).toBe(127);
    expect(JSON.stringify(picture).length).toBeLessThan(8000);
  });

  it('puts the curve where the full measurement says', () => {
    const curve: LoudnessCurve = {
      step_seconds: 0.1,
      window_seconds: 3,
      integrated_lufs: -24.4,
      short_term_lufs: [null, -25, -24],
    };
    const picture = pictureOfMaster(waveform([[5, -9, 9]], curve), heard({ loudnessLufs: -24 }));
    expect(picture.loudnessLufs).toEqual([null, -24.6, -23.6]);
  });

  it('checked before there were curves has none', () => {
    expect(pictureOfMaster(waveform([[5, -9, 9]]), heard({})).loudnessLufs).toEqual([]);
  });
});

describe('the picture of a station’s file', () => {
  const master = { durationSeconds: 5, columns: [-60, 60], loudnessLufs: [-24], silences: [] };
  const PROFILE = { channels: 1, ceilingDbtp: -1 } as const;

  it('is moved by its gain and held under the ceiling', () => {
    const file = { loudnessLufs: -16, durationSeconds: 5 };
    const picture = pictureOfRendition(master, heard({}), PROFILE, file);
    expect(picture.loudnessLufs).toEqual([-16]);
    // 8 dB more would be 151; -1 dBTP is 114 of 128.
    expect(picture.columns).toEqual([-114, 114]);
  });

  it('that carries one channel twice counts 3 LU that no peak shows', () => {
    const file = { loudnessLufs: -21, durationSeconds: 5 };
    const picture = pictureOfRendition(master, heard({}), { ...PROFILE, channels: 2 }, file);
    expect(picture.loudnessLufs).toEqual([-21]);
    expect(picture.columns).toEqual([-60, 60]);
  });

  it('that was trimmed is drawn without the silence at its ends', () => {
    const padded = {
      durationSeconds: 10,
      columns: Array.from({ length: 100 }, (_, column) => [-column, column]).flat(),
      loudnessLufs: [],
      silences: [
        { kind: 'head', fromSeconds: 0, toSeconds: 3 },
        { kind: 'tail', fromSeconds: 9, toSeconds: 10 },
      ],
    } as const;
    const file = { loudnessLufs: -24, durationSeconds: 6 };
    const picture = pictureOfRendition(padded, heard({}), PROFILE, file);
    expect(picture.durationSeconds).toBe(6);
    expect(picture.columns).toHaveLength(120);
    expect(picture.columns.slice(0, 2)).toEqual([-30, 30]);
    expect(picture.silences).toEqual([]);
  });

  it('without a measured loudness is the recording’s', () => {
    const file = { loudnessLufs: null, durationSeconds: 5 };
    expect(pictureOfRendition(master, heard({}), PROFILE, file).columns).toEqual([-60, 60]);
  });
});

describe('the type of a recording as it was sent', () => {
  it.each([
    ['mp3', 'audio/mpeg'],
    ['mov,mp4,m4a,3gp,3g2,mj2', 'audio/mp4'],
    ['ogg', 'audio/ogg'],
    ['matroska,webm', 'audio/webm'],
    ['wav', 'audio/wav'],
    ['flac', 'audio/flac'],
    ['amr', 'audio/amr'],
    ['asf', 'application/octet-stream'],
  ])('%s', (container, type) => expect(masterMediaType({ container })).toBe(type));

  it('is not guessed before the check', () => {
    expect(masterMediaType(null)).toBe('application/octet-stream');
  });
});
