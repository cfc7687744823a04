import anyAscii from 'any-ascii';
import type { DeliveryProfile, RenditionPlan } from '../../domain/audio';
import type { Tags } from '../../composition/ports';

/**
 * The options of one output: codec, container, tags. Nothing of the upload's own metadata is carried over (phones write
 * GPS positions), and nothing that differs from run to run.
 */
export function encodeOptions(
  plan: RenditionPlan,
  tags: Tags,
  soundSeconds: number,
): readonly string[] {
  const { profile } = plan;
  return [
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-vn', '-sn', '-dn'],
    ...['-fflags', '+bitexact', '-flags:a', '+bitexact'],
    ...['-ac', String(profile.channels), '-ar', String(plan.sampleRateHz)],
    ...codecOptions(plan),
    ...tagOptions(profile.codec === 'wav' ? inAscii(tags) : tags),
    ...['-fs', String(byteBound(plan, soundSeconds))],
  ];
}

function codecOptions({ profile }: RenditionPlan): readonly string[] {
  const rate = profile.bitRateKbps === null ? [] : ['-b:a', `${profile.bitRateKbps}k`];
  switch (profile.codec) {
    case 'mp3':
      // ID3v2.3 in UTF-16 is what every automation reads, Bambara letters included; ID3v1 would garble them.
      return [
        '-c:a',
        'libmp3lame',
        '-compression_level',
        lameQuality(profile),
        ...rate,
        '-id3v2_version',
        '3',
        '-write_id3v1',
        '0',
        '-f',
        'mp3',
      ];
    case 'aac':
      // ffmpeg's default coder overshoots by up to 4 dB on single frames of speech at 64 kbit/s; `fast` by 0.6 dB, and it
      // takes half the time. The index in front: a phone plays while it still downloads.
      return [
        '-c:a',
        'aac',
        '-aac_coder',
        'fast',
        ...rate,
        '-movflags',
        '+faststart',
        '-f',
        'ipod',
      ];
    case 'opus':
      // 7 sounds within 0.3 dB of the default 10 for a sixth less work; from 6 down files grow by a quarter and more.
      // Frames of 60 ms: 5 % smaller and a little less work; only who talks live needs shorter ones.
      return [
        ...['-c:a', 'libopus', '-compression_level', '7', '-frame_duration', '60'],
        ...[...rate, '-f', 'ogg'],
      ];
    case 'wav':
      return ['-c:a', 'pcm_s16le', '-f', 'wav'];
  }
}

/**
 * LAME's effort, 0 the most. At 128 kbit/s and more even 7 is nearer to the recording than the default; below, it loses
 * the treble (measured; docs/audio.md).
 */
function lameQuality({ bitRateKbps }: DeliveryProfile): string {
  return (bitRateKbps ?? 0) >= 96 ? '7' : '5';
}

function tagOptions(tags: Tags): readonly string[] {
  return Object.entries(tags).flatMap(([name, text]) => ['-metadata', `${name}=${text}`]);
}

/** RIFF tags know no encoding: automations read them as Windows-1252, so accents are folded away. */
function inAscii(tags: Tags): Tags {
  return {
    title: anyAscii(tags.title),
    artist: anyAscii(tags.artist),
    album: anyAscii(tags.album),
    comment: anyAscii(tags.comment),
  };
}

/** Twice what the format can need: a bound against a runaway, never met by a healthy file (its length is checked). */
function byteBound({ profile, sampleRateHz }: RenditionPlan, soundSeconds: number): number {
  const bytesPerSecond =
    profile.bitRateKbps === null ? sampleRateHz * profile.channels * 2 : profile.bitRateKbps * 125;
  return Math.ceil(2 * bytesPerSecond * (soundSeconds + 1) + 1_000_000);
}
