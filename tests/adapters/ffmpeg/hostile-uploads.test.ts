import { readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amrWithoutData, noiseBytes, wav } from '../../fixtures/audio/sounds';
import { encode, engineOf, MACHINES, openScratch, verdictOn } from './machines';

/** 8 s of voice, loud enough. */
const SPEECH = wav({ parts: [{ voice: 8, peakDbfs: -6 }] });

let folder: string;
let close: () => Promise<void>;
let server: http.Server;
let calls: string[] = [];
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  ({ folder, close } = await openScratch());
  server = http.createServer((request, response) => {
    calls.push(request.url ?? '');
    response.end(SPEECH);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;

  await writeFile(at('neighbour.wav'), SPEECH);
  await writeFile(at('text.mp3'), 'Ceci est un texte. '.repeat(400));
  await writeFile(at('empty.mp3'), '');
  await writeFile(at('noise.mp3'), noiseBytes(200_000));
  await writeFile(at('concat.mp3'), `ffconcat version 1.0\nfile 'neighbour.wav'\n`);
  await writeFile(
    at('concat-absolute.mp3'),
    `ffconcat version 1.0\nfile '${at('neighbour.wav')}'\n`,
  );
  await writeFile(at('concat-http.mp3'), `ffconcat version 1.0\nfile '${address}/concat.wav'\n`);
  await writeFile(
    at('hls.mp3'),
    `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:8,\nneighbour.wav\n#EXT-X-ENDLIST\n`,
  );
  await writeFile(
    at('hls-http.m3u8'),
    `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:8,\n${address}/hls.ts\n#EXT-X-ENDLIST\n`,
  );
  await writeFile(at('playlist.mp3'), `#EXTM3U\n${address}/song.mp3\n`);
  await writeFile(at('address.pls'), `[playlist]\nFile1=${address}/song.mp3\nNumberOfEntries=1\n`);
  await writeFile(
    at('dash.mp3'),
    `<?xml version="1.0"?><MPD type="static" xmlns="urn:mpeg:dash:schema:mpd:2011"><Period><AdaptationSet><Representation id="0" mimeType="audio/mp4"><BaseURL>${address}/dash.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>`,
  );
  await writeFile(
    at('session.sdp'),
    'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n',
  );
  await writeFile(
    at('many.wav'),
    wav({ sampleRateHz: 8000, channels: 64, parts: [{ tone: 2, peakDbfs: -12 }] }),
  );
  await writeFile(at('no-data.amr'), amrWithoutData(36_000));

  const longSilence = wav({ sampleRateHz: 8000, parts: [{ silence: 60 }] });
  await writeFile(at('silence.wav'), longSilence);
  const silentFlac = await encode(at('silence.wav'), ['-c:a', 'flac'], at('silence.flac'));
  // An hour of it, and a header that states ten: kilobytes either way.
  await encode(silentFlac, ['-af', 'aloop=loop=59:size=480000', '-c:a', 'flac'], at('hour.flac'));
  await encode(
    at('silence.wav'),
    ['-c:a', 'libopus', '-f', 'matroska', '-live', '1'],
    at('endless.webm'),
  );

  for (const [name, options] of [
    ['whole.mp3', ['-b:a', '64k']],
    ['whole.m4a', ['-c:a', 'aac']],
    ['whole.flac', ['-c:a', 'flac']],
    ['film.avi', ['-c:a', 'mp3']],
    ['cinema.mkv', ['-c:a', 'ac3']],
  ] as const) {
    await encode(at('neighbour.wav'), options, at(name));
  }
  for (const name of ['whole.mp3', 'whole.m4a', 'whole.flac']) {
    await cutInHalf(at(name), at(name.replace('whole', 'cut')));
  }
  await writeFile(at('cut.wav'), SPEECH.subarray(0, SPEECH.length / 2));
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await close();
});

async function cutInHalf(from: string, to: string): Promise<void> {
  const bytes = await readFile(from);
  await writeFile(to, bytes.subarray(0, bytes.length / 2));
}

/** What arrives, and by which reason it is refused. */
const HOSTILE: readonly (readonly [name: string, kind: string])[] = [
  ['text.mp3', 'not-a-sound'],
  ['empty.mp3', 'not-a-sound'],
  ['noise.mp3', 'not-a-sound'],
  ['concat.mp3', 'not-a-sound'],
  ['concat-absolute.mp3', 'not-a-sound'],
  ['concat-http.mp3', 'not-a-sound'],
  ['hls.mp3', 'not-a-sound'],
  ['hls-http.m3u8', 'not-a-sound'],
  ['playlist.mp3', 'not-a-sound'],
  ['address.pls', 'not-a-sound'],
  ['dash.mp3', 'not-a-sound'],
  ['session.sdp', 'not-a-sound'],
  ['cut.m4a', 'not-a-sound'],
  ['film.avi', 'format-not-accepted'],
  ['cinema.mkv', 'format-not-accepted'],
  ['many.wav', 'too-many-channels'],
  ['hour.flac', 'too-long'],
  ['no-data.amr', 'too-long'],
  ['cut.wav', 'truncated'],
  ['cut.mp3', 'truncated'],
  ['cut.flac', 'truncated'],
  ['silence.wav', 'silent'],
];

describe.each(MACHINES)('with $name, a hostile upload', (machine) => {
  const engine = engineOf(machine);

  it.each(HOSTILE)('%s is refused: %s', async (name, kind) => {
    const verdict = await verdictOn(engine, at(name));
    expect(verdict.grade).toBe('refused');
    expect(verdict.kinds[0]).toBe(kind);
  });

  it('that states no length is decoded no further than is allowed', async () => {
    const answer = await engineOf(machine, 20).measure(at('endless.webm'));
    expect(answer.kind).toBe('measured');
    if (answer.kind !== 'measured') return;
    expect(answer.measurement.declaredSeconds).toBeNull();
    expect(answer.measurement.decodedSeconds).toBeGreaterThan(20);
    expect(answer.measurement.decodedSeconds).toBeLessThan(26);
  });

  it('makes no connection, whatever addresses it holds', () => {
    // After the table above: every list was read by then.
    expect(calls).toEqual([]);
  });

  it('with an odd name is read like any other', async () => {
    const odd = at(`-i %03d 'é|concat:x' .wav`);
    await writeFile(odd, SPEECH);
    const verdict = await verdictOn(engine, odd);
    expect(verdict.grade).not.toBe('refused');
  });
});

describe('the loopback server', () => {
  it('would have noticed a connection', async () => {
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}/seen`);
    expect(calls).toEqual(['/seen']);
    calls = [];
  });
});
