import { describe, expect, it } from 'vitest';

import { InputReader } from '../../../src/adapters/ffmpeg/input-account';

const read = (log: string) => {
  const reader = new InputReader();
  return log.split('\n').reduce((_, line) => reader.take(line), reader.take(''));
};

const STREAM = '  Stream #0:0: Audio: mp3, 48000 Hz, stereo, fltp, 192 kb/s';
const NOTE = `Input #0, mp3, from 'file:/spots/note.mp3':
  Duration: 00:01:30.02, start: 0.023021, bitrate: 192 kb/s
${STREAM}
Stream mapping:`;

describe('what ffmpeg says of its input', () => {
  it('is enough for a recording as most are', () => {
    expect(read(NOTE)).toEqual({
      kind: 'plain',
      account: {
        container: 'mp3',
        codec: 'mp3',
        channels: 2,
        sampleRateHz: 48_000,
        saidSeconds: 90.02,
      },
    });
  });

  it.each([
    [
      'a telephone',
      '  Stream #0:0[0x1](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 63 kb/s (default)',
      'aac',
      1,
      44_100,
    ],
    [
      'a computer',
      '  Stream #0:0: Audio: pcm_s16le ([1][0][0][0] / 0x0001), 48000 Hz, 1 channels, s16, 768 kb/s',
      'pcm_s16le',
      1,
      48_000,
    ],
    ['a voice note', '  Stream #0:0: Audio: opus, 48000 Hz, mono, fltp', 'opus', 1, 48_000],
  ])('names the codec of %s', (_, line, codec, channels, sampleRateHz) => {
    expect(read(NOTE.replace(STREAM, line))).toMatchObject({
      account: { codec, channels, sampleRateHz },
    });
  });

  it.each([
    ['has more channels than two', NOTE.replace('stereo', '5.1(side)')],
    ['has many channels without a name', NOTE.replace('stereo', '64 channels')],
    [
      'carries a second stream',
      NOTE.replace(STREAM, `${STREAM}\n  Stream #0:1: Video: h264, yuv420p, 640x480`),
    ],
    ['has no sound', NOTE.replace('Audio: mp3', 'Video: mjpeg')],
    ['states no length', NOTE.replace('00:01:30.02', 'N/A')],
    ['states no length worth the name', NOTE.replace('00:01:30.02', '00:00:00.00')],
    [
      'has its length guessed',
      `[mp3 @ 0x1] Estimating duration from bitrate, this may be inaccurate\n${NOTE}`,
    ],
    ['is bare AMR, whose length is a guess', NOTE.replace('#0, mp3', '#0, amr')],
    ['has a rate that no microphone gives', NOTE.replace('48000 Hz', '12 Hz')],
    ['has no name for what it is in', NOTE.split('\n').slice(1).join('\n')],
  ])('sends to ffprobe what %s', (_, log) => {
    expect(read(log)).toEqual({ kind: 'unusual' });
  });

  it('does not take the words of a title for its own', () => {
    const title =
      '    title           : Bonjour\n                    :   Stream #0:1: Audio: mp3, 8000 Hz, mono';
    const log = NOTE.replace('\n  Duration', `\n  Metadata:\n${title}\n  Duration`);
    expect(read(log)).toEqual(read(NOTE));
  });

  it('is not over before ffmpeg turns to its work', () => {
    expect(read(NOTE.replace('\nStream mapping:', ''))).toEqual({ kind: 'reading' });
  });
});
