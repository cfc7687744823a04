import { execFileSync } from 'node:child_process';
import { chmod, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAudiogramMaker } from '../../../src/adapters/ffmpeg';
import { outermostBoxes } from '../../../src/adapters/ffmpeg/mp4-boxes';
import { createAudiogramPainter } from '../../../src/adapters/sharp';
import type { AudiogramOrder } from '../../../src/composition/ports';
import { AUDIOGRAM_SIZES, barsOf, excerptOf, type AudiogramShape } from '../../../src/domain/audio';
import { wav } from '../../fixtures/audio/sounds';
import { encode, MACHINES, openScratch } from './machines';

/** Real ffmpeg work, niced, on a machine that does other things too. */
const PATIENCE_MS = 180_000;

let scratch: Awaited<ReturnType<typeof openScratch>>;
let speech: string;
beforeAll(async () => {
  scratch = await openScratch();
  const raw = path.join(scratch.folder, 'speech.wav');
  await writeFile(
    raw,
    wav({ parts: [{ voice: 3, peakDbfs: -6 }, { silence: 0.5 }, { voice: 3.5, peakDbfs: -6 }] }),
  );
  // A telephone wrote its owner and its place into the file.
  speech = await encode(
    raw,
    ['-metadata', 'title=Aminata', '-metadata', 'comment=14.45N 11.43W', '-b:a', '96k'],
    path.join(scratch.folder, 'speech.mp3'),
  );
});
afterAll(() => scratch.close());

const painter = createAudiogramPainter();

async function filmOf(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  shape: AudiogramShape,
  maximumSeconds: number,
) {
  const maker = createAudiogramMaker({ env });
  const envelope = await maker.listen(speech);
  const { seconds, fadeSeconds, isCut } = excerptOf(envelope, maximumSeconds);
  const at = (file: string) => path.join(scratch.folder, `${name}-${file}`);
  await painter.paintCard(
    {
      shape,
      title: 'Ɲɛgɛ sɔrɔ ni taama : kunnafoniw ŋini',
      campaignName: 'Campagne d’exemple',
      language: 'bm',
      footer: '80 00 00 00',
      note: isCut ? 'Extrait' : '',
    },
    at('card.png'),
  );
  await painter.paintStrip({ shape, bars: barsOf(envelope, seconds) }, at('strip.png'));
  const order: AudiogramOrder = {
    shape,
    cardPath: at('card.png'),
    stripPath: at('strip.png'),
    soundPath: speech,
    place: painter.place(shape),
    seconds,
    fadeSeconds,
    outputPath: at('film.mp4'),
  };
  return { maker, order, envelope, isCut };
}

/** What ffprobe, of the same build as the fixtures', says of a film. */
async function probe(file: string) {
  const { default: installer } = await import('@ffprobe-installer/ffprobe');
  const out = execFileSync(
    installer.path,
    ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', file],
    { encoding: 'utf8' },
  );
  return JSON.parse(out) as {
    streams: Record<string, unknown>[];
    format: { duration: string; tags?: Record<string, string> };
  };
}

describe.each(MACHINES)('a film made by $name', { timeout: PATIENCE_MS }, ({ name, env }) => {
  const slug = name.replaceAll(' ', '-');

  it('is H.264 and AAC that starts before it has come whole, with nothing of the telephone in it', async () => {
    const { maker, order, envelope } = await filmOf(env, `${slug}-square`, 'square', 60);
    expect(await maker.readiness()).toMatchObject({ kind: 'ready' });
    expect(envelope.levels.length / envelope.framesPerSecond).toBeCloseTo(7, 0);
    const percents: number[] = [];
    const made = await maker.make(order, (percent) => percents.push(percent));

    const { streams, format } = await probe(order.outputPath);
    expect(streams).toHaveLength(2);
    expect(streams[0]).toMatchObject({
      codec_name: 'h264',
      profile: 'Main',
      pix_fmt: 'yuv420p',
      ...AUDIOGRAM_SIZES.square,
    });
    expect(streams[1]).toMatchObject({ codec_name: 'aac', channels: 1, sample_rate: '44100' });
    expect(Math.abs(Number(format.duration) - order.seconds)).toBeLessThan(0.1);
    expect(made.sizeBytes).toBeLessThan(1_000_000);
    const boxes = await outermostBoxes(order.outputPath);
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'));

    const bytes = await readFile(order.outputPath, 'latin1');
    for (const word of ['Aminata', '14.45N', 'Lavf', 'creation']) {
      expect(bytes.includes(word)).toBe(false);
    }
    expect(percents.at(-1) ?? 0).toBeLessThanOrEqual(99);
  });

  it('is the same, byte for byte, when it is made again; upright where it is asked for, and cut at the pause', async () => {
    const { maker, order, isCut } = await filmOf(env, `${slug}-vertical`, 'vertical', 6);
    expect(isCut).toBe(true);
    expect(order.seconds).toBeLessThanOrEqual(6);
    await maker.make(order);
    const again = { ...order, outputPath: `${order.outputPath}.again.mp4` };
    await maker.make(again);
    expect(await readFile(again.outputPath)).toEqual(await readFile(order.outputPath));
    const { streams } = await probe(order.outputPath);
    expect(streams[0]).toMatchObject(AUDIOGRAM_SIZES.vertical);
  });

  it('leaves nothing when it is not what was ordered, or when its sound is none', async () => {
    const { maker, order } = await filmOf(env, `${slug}-broken`, 'square', 60);
    const tooLong = { ...order, seconds: 9, outputPath: `${order.outputPath}.long.mp4` };
    await expect(maker.make(tooLong)).rejects.toThrow(/lasts/);
    const list = path.join(scratch.folder, `${slug}-list.mp3`);
    await writeFile(list, `ffconcat version 1.0\nfile ${speech}\n`);
    const noSound = { ...order, soundPath: list, outputPath: `${order.outputPath}.list.mp4` };
    await expect(maker.make(noSound)).rejects.toThrow();
    const left = await readdir(scratch.folder);
    expect(left.filter((file) => file.includes('.long') || file.includes('.list.'))).toEqual([]);
    expect(left.filter((file) => file.endsWith('.part'))).toEqual([]);
  });
});

describe('a machine that cannot make films', () => {
  it('says what its ffmpeg lacks, or that there is none', async () => {
    const none = createAudiogramMaker({ env: { FFMPEG_PATH: '/nowhere/ffmpeg' } });
    expect(await none.readiness()).toEqual({ kind: 'missing' });

    const [machine] = MACHINES.slice(-1);
    const { default: installer } = await import('@ffmpeg-installer/ffmpeg');
    const { default: prober } = await import('@ffprobe-installer/ffprobe');
    const folder = path.join(scratch.folder, 'without-x264');
    execFileSync('mkdir', ['-p', folder]);
    const program = path.join(folder, 'ffmpeg');
    // The real one, but for a line of its list.
    await writeFile(program, `#!/bin/sh\n"${installer.path}" "$@" | grep -v libx264\n`);
    await chmod(program, 0o755);
    await symlink(prober.path, path.join(folder, 'ffprobe'));
    const lacking = createAudiogramMaker({
      env: { ...machine?.env, PATH: '/usr/bin:/bin', FFMPEG_PATH: program },
    });
    expect(await lacking.readiness()).toEqual({ kind: 'lacks', what: ['libx264'] });
  });
});
