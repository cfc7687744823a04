import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFfmpegEngine, FfmpegFailedError } from '../../../src/adapters/ffmpeg';
import { runFfmpeg } from '../../../src/adapters/ffmpeg/run-ffmpeg';
import { wav } from '../../fixtures/audio/sounds';
import { engineOf, MACHINES, openScratch } from './machines';

let folder: string;
let close: () => Promise<void>;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  ({ folder, close } = await openScratch());
  await writeFile(at('voice.wav'), wav({ parts: [{ voice: 4, peakDbfs: -6 }] }));
});
afterAll(() => close());

async function program(name: string, script: string): Promise<string> {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), `#!/bin/sh\n${script}\n`);
  await chmod(at(name), 0o755);
  return at(name);
}

describe('a machine without a usable ffmpeg', () => {
  it('boots, and says so at the first sound work', async () => {
    const engine = createFfmpegEngine({ env: { FFMPEG_PATH: at('not-there') } });
    await expect(engine.toolchain()).rejects.toMatchObject({ name: 'FfmpegMissingError' });
    await expect(engine.measure(at('voice.wav'))).rejects.toThrow(/FFMPEG_PATH/);
  });

  it('is told when the named program is something else', async () => {
    const other = await program('other/ffmpeg', 'echo "I am not ffmpeg"');
    const engine = createFfmpegEngine({ env: { FFMPEG_PATH: other, FFPROBE_PATH: other } });
    await expect(engine.toolchain()).rejects.toThrow(/lacks the filters .*ebur128/);
  });

  it('does no work with a build that gets no security fixes, where the installation says so', async () => {
    const env = { PATH: '' };
    const strict = createFfmpegEngine({ env, refusesOld: true });
    await expect(strict.toolchain()).rejects.toThrow(/FFMPEG_REFUSE_OLD.*install ffmpeg 5/);
    await expect(strict.measure(at('voice.wav'))).rejects.toMatchObject({
      name: 'FfmpegTooOldError',
    });
    expect((await createFfmpegEngine({ env }).toolchain()).isOld).toBe(true);
  });

  it('finds ffmpeg without a restart once it is there', async () => {
    const later = at('later/ffmpeg');
    const fallback = engineOf({ name: 'npm', env: { PATH: '' } });
    await fallback.toolchain();
    const { default: ffmpeg } = await import('@ffmpeg-installer/ffmpeg');
    const { default: ffprobe } = await import('@ffprobe-installer/ffprobe');
    const engine = createFfmpegEngine({
      env: { FFMPEG_PATH: later, FFPROBE_PATH: ffprobe.path },
    });
    await expect(engine.toolchain()).rejects.toThrow(/FFMPEG_PATH/);
    await program('later/ffmpeg', `exec '${ffmpeg.path}' "$@"`);
    expect((await engine.toolchain()).origin).toBe('configured');
  });
});

describe.each(MACHINES)('with $name', (machine) => {
  it('says what it is and what it lacks', async () => {
    const toolchain = await engineOf(machine).toolchain();
    expect(toolchain.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(toolchain.version).not.toBe('unknown');
    expect(await engineOf(machine).toolchain()).toEqual(toolchain);
    if (machine.env.PATH === '') {
      expect(toolchain.origin).toBe('npm-fallback');
      expect(toolchain.shortcomings.join(' ')).toMatch(/of 2018 is old/);
    }
  });
});

describe('ffmpeg at work', () => {
  const endless = {
    inputs: [{ name: 'anullsrc=r=48000:cl=mono', options: ['-f', 'lavfi'] }],
    filterGraph: '[0:a:0]ebur128=framelog=verbose[out0]',
    keepLine: () => false,
  };
  const outputs = () => [{ name: '-', options: ['-map', '[out0]', '-f', 'null'] }];
  const npmFfmpeg = async () => (await import('@ffmpeg-installer/ffmpeg')).default.path;

  it('is ended by the clock on the wall', async () => {
    const run = runFfmpeg({
      ...endless,
      ffmpegPath: await npmFfmpeg(),
      filterGraph: '[0:a:0]arealtime[out0]',
      outputs: outputs(),
      cpuSeconds: 60,
      wallSeconds: 1,
    });
    await expect(run).rejects.toMatchObject({ ending: 'interrupted' });
  });

  it('is ended when it used up its CPU time', async () => {
    const run = runFfmpeg({
      ...endless,
      ffmpegPath: await npmFfmpeg(),
      outputs: outputs(),
      cpuSeconds: 1,
      wallSeconds: 60,
    });
    await expect(run).rejects.toMatchObject({ ending: 'cpu-limit' });
  });

  it('that is stopped together with the server says nothing about the recording', async () => {
    const { default: ffmpeg } = await import('@ffmpeg-installer/ffmpeg');
    const stopped = await program(
      'stopped/ffmpeg',
      `'${ffmpeg.path}' "$@" & child=$!; sleep 0.3; kill -TERM $child; wait $child`,
    );
    const run = runFfmpeg({
      ...endless,
      ffmpegPath: stopped,
      filterGraph: '[0:a:0]arealtime[out0]',
      outputs: outputs(),
      cpuSeconds: 60,
      wallSeconds: 60,
    });
    await expect(run).rejects.toMatchObject({ ending: 'interrupted' });
  });

  it('that is slow to leave after its last byte has not failed, and every byte was heard', async () => {
    const { default: ffmpeg } = await import('@ffmpeg-installer/ffmpeg');
    const slow = await program('slow/ffmpeg', `'${ffmpeg.path}' "$@"; exec 1>&-; sleep 0.3`);
    let bytes = 0;
    await runFfmpeg({
      ffmpegPath: slow,
      inputs: [{ name: at('voice.wav'), options: [] }],
      filterGraph: '[0:a:0]aresample=8000[out0]',
      outputs: [],
      piped: {
        options: ['-map', '[out0]', '-f', 's16le'],
        onBytes: (chunk) => {
          bytes += chunk.length;
        },
      },
      keepLine: () => false,
      cpuSeconds: 5,
      wallSeconds: 20,
    });
    expect(bytes).toBe(4 * 8000 * 2);
  });

  it('says its last words when it refuses', async () => {
    const run = runFfmpeg({
      ...endless,
      ffmpegPath: await npmFfmpeg(),
      filterGraph: '[0:a:0]nosuchfilter[out0]',
      outputs: outputs(),
      cpuSeconds: 5,
      wallSeconds: 20,
    });
    await expect(run).rejects.toThrow(FfmpegFailedError);
    await expect(run).rejects.toThrow(/nosuchfilter/);
  });

  it('that hangs half-way through the outputs leaves none of them', async () => {
    const { default: ffmpeg } = await import('@ffmpeg-installer/ffmpeg');
    const { default: ffprobe } = await import('@ffprobe-installer/ffprobe');
    // Answers every question, begins to write, and is killed from outside.
    const killed = await program(
      'killed/ffmpeg',
      `case "$*" in *.part*) for last; do :; done; echo half > "\${last#file:}"; kill -9 $$;; *) exec '${ffmpeg.path}' "$@";; esac`,
    );
    const engine = createFfmpegEngine({ env: { FFMPEG_PATH: killed, FFPROBE_PATH: ffprobe.path } });
    const answer = await engine.measure(at('voice.wav'));
    if (answer.kind !== 'measured') throw new Error('not measured');
    const profile = {
      code: 'WAV',
      name: 'WAV',
      codec: 'wav',
      bitRateKbps: null,
      sampleRateHz: 48_000,
      channels: 1,
      targetLufs: -23,
      ceilingDbtp: -1,
      countsDualMono: false,
      trimsSilence: false,
    } as const;
    const tags = { title: '', artist: '', album: '', comment: '' };
    const order = { profile, outputPath: at('spot.wav'), tags };
    await expect(engine.render(at('voice.wav'), answer.measurement, [order])).rejects.toMatchObject(
      {
        ending: 'interrupted',
      },
    );
    expect((await readdir(folder)).filter((name) => name.startsWith('spot.wav'))).toEqual([]);
  });
});
