import { describe, expect, it } from 'vitest';
import {
  mediaTypeOf,
  missedTarget,
  renditionFileName,
  stationFileName,
  tagText,
} from '../../../../src/domain/audio';
import { buildProfile, buildSpot } from '../../../helpers/builders';

describe('the name of a file', () => {
  const fileName = renditionFileName({
    spotCode: '0042',
    versionNumber: 3,
    language: 'snk',
    durationSeconds: 29.7,
    codec: 'mp3',
  });

  it('names no station while it is shared', () => {
    expect(fileName).toBe('0042_v3_SNK_030s.mp3');
  });

  it('names its station and its days at the door', () => {
    const spot = { flightStart: '2026-12-01', flightEnd: '2026-12-31' };
    const name = stationFileName('KAY', spot, { fileName, cartDays: null });
    expect(name).toBe('KAY-0042_v3_SNK_20261201-20261231_030s.mp3');
    expect(name).toMatch(/^[\x21-\x7e]{1,64}$/);
  });

  it('keeps the name of the days that it says inside, until it is made anew', () => {
    const longer = { flightStart: '2026-12-01', flightEnd: '2027-01-15' };
    const cartDays = { flightStart: '2026-12-01', flightEnd: '2026-12-31' };
    expect(stationFileName('KAY', longer, { fileName, cartDays })).toBe(
      'KAY-0042_v3_SNK_20261201-20261231_030s.mp3',
    );
  });

  it.each([
    ['mp3', 'audio/mpeg', 'mp3'],
    ['aac', 'audio/mp4', 'm4a'],
    ['opus', 'audio/ogg', 'ogg'],
    ['wav', 'audio/wav', 'wav'],
  ] as const)('of %s goes with %s', (codec, mediaType, extension) => {
    expect(mediaTypeOf(codec)).toBe(mediaType);
    const short = {
      spotCode: '0001',
      versionNumber: 1,
      language: 'fr',
      durationSeconds: 0.2,
      codec,
    } as const;
    expect(renditionFileName(short)).toBe(`0001_v1_FR_001s.${extension}`);
  });
});

describe('the tags', () => {
  it('begin with the spot code, which is what as-run logs keep', () => {
    const spot = buildSpot({ code: '0042', title: ' Taama  kɔrɔ\nɲɛfɔ ', language: 'bm' });
    expect(tagText(spot, 3, 'Partir informé')).toEqual({
      title: '0042 Taama kɔrɔ ɲɛfɔ',
      artist: 'Partir informé',
      album: 'Partir informé',
      comment: '0042 v3 BM',
    });
  });

  it('cut a long title and never the code, nor a letter in half', () => {
    const { title } = tagText(buildSpot({ code: '0042', title: '𞤀'.repeat(200) }), 1, 'C');
    expect([...title]).toHaveLength(60);
    expect(title.startsWith('0042 𞤀')).toBe(true);
    expect(title.endsWith('𞤀')).toBe(true);
  });
});

describe('a finished file', () => {
  const profile = buildProfile({ code: 'P', targetLufs: -16, ceilingDbtp: -1 });
  const levels = (loudnessLufs: number | null, truePeakDbtp: number | null) => ({
    loudnessLufs,
    truePeakDbtp,
  });

  it('goes to its stations within 1 LU of the target and 0.5 dB of the ceiling', () => {
    expect(missedTarget(profile, 'h', levels(-17, -0.5))).toBeNull();
    expect(missedTarget(profile, 'h', levels(-15, -8))).toBeNull();
  });

  it.each([
    ['too quiet', levels(-17.1, -3)],
    ['too loud', levels(-14.9, -3)],
    ['over the ceiling', levels(-16, -0.4)],
    ['without measurable sound', levels(null, null)],
  ])('that is %s is held back, with its figures', (_story, shown) => {
    expect(missedTarget(profile, 'h', shown)).toEqual({
      kind: 'off-target',
      profileCode: 'P',
      profileHash: 'h',
      measuredLufs: shown.loudnessLufs,
      targetLufs: -16,
      measuredDbtp: shown.truePeakDbtp,
      ceilingDbtp: -1,
    });
  });
});
