import { describe, expect, it } from 'vitest';

import { fingerprintOf } from '../../../src/admin/desk/fingerprint';
import { secondsLeft } from '../../../src/admin/desk/pace';
import { sendingNote, timeLeft } from '../../../src/wording/uploads';

describe('the time that a sound still takes', () => {
  it.each([
    [0, 'moins d’une minute'],
    [29, 'moins d’une minute'],
    [30, 'environ 1 min'],
    [12 * 60, 'environ 12 min'],
    [59 * 60, 'environ 59 min'],
    [60 * 60, 'environ 1 h'],
    [80 * 60, 'environ 1 h 15'],
    [119 * 60, 'environ 2 h'],
    [5.5 * 3600, 'environ 5 h 30'],
  ])('%s seconds: %s', (seconds, words) => {
    expect(timeLeft(seconds)).toBe(words);
  });

  it('follows from the pace so far, waits included', () => {
    expect(secondsLeft({ sentBytes: 100, remainingBytes: 900, elapsedSeconds: 10 })).toBe(90);
  });

  it('is not guessed from the first seconds, nor from nothing', () => {
    expect(secondsLeft({ sentBytes: 100, remainingBytes: 900, elapsedSeconds: 2.9 })).toBeNull();
    expect(secondsLeft({ sentBytes: 0, remainingBytes: 900, elapsedSeconds: 60 })).toBeNull();
  });

  it('gives way to what matters more when the line is cut', () => {
    expect(sendingNote({ secondsLeft: null, isCut: false })).toBe('');
    expect(sendingNote({ secondsLeft: 300, isCut: false })).toBe('Encore environ 5 min.');
    expect(sendingNote({ secondsLeft: 300, isCut: true })).toContain('reprendra tout seul');
  });
});

describe('a file that is chosen again', () => {
  const take = (bytes: Uint8Array<ArrayBuffer>, name: string, lastModified: number) =>
    fingerprintOf(new File([bytes], name, { lastModified }));
  const sound = () => new Uint8Array(3 * 1024 * 1024).fill(7);

  it('is told by its content, whatever it is called and dated', async () => {
    expect(await take(sound(), 'fatou.wav', 1)).toBe(await take(sound(), 'REC-1.wav', 2));
  });

  it('is not taken for another take that begins and ends alike', async () => {
    const other = sound();
    other[1_500_000] = 8;
    expect(await take(other, 'a.wav', 1)).not.toBe(await take(sound(), 'a.wav', 1));
    expect(await take(sound().slice(1), 'a.wav', 1)).not.toBe(await take(sound(), 'a.wav', 1));
  });
});
