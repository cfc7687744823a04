import { Readable } from 'node:stream';
import {
  judge,
  limitsWith,
  SPOT_LIMITS,
  waveformKey,
  type Measurement,
  type SpotLimits,
  type SpotVersion,
  type Verdict,
  type Waveform,
} from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { progressNotes } from './progress-notes';

export type Checked =
  | { readonly kind: 'usable'; readonly measurement: Measurement; readonly verdict: Verdict }
  | { readonly kind: 'refused' };

type Needs = Pick<
  Ports,
  'audio' | 'content' | 'files' | 'journal' | 'settings' | 'spotVersions' | 'system'
>;

/** Measures and judges a version's master, once: a check that was finished before a power cut stands. */
export async function checkRecording(
  ports: Needs,
  version: SpotVersion,
  onHeartbeat: () => void,
): Promise<Checked> {
  if (version.measurement !== null && version.verdict !== null) {
    return version.verdict.grade === 'refused'
      ? { kind: 'refused' }
      : { kind: 'usable', measurement: version.measurement, verdict: version.verdict };
  }

  await ports.spotVersions.update(version.id, {
    state: 'checking',
    progressPercent: 0,
    failure: null,
  });
  const progress = progressNotes(ports, version.id, onHeartbeat);
  const answer = await ports.audio
    .measure(ports.files.pathOf(version.masterKey), progress.note)
    .finally(progress.settled);

  const measurement = answer.kind === 'measured' ? answer.measurement : null;
  const verdict: Verdict =
    answer.kind === 'measured'
      ? judge(answer.measurement, await limitsOf(ports), await ports.content.profiles())
      : { grade: 'refused', reasons: [answer.reason] };

  if (answer.kind === 'measured') await keepWaveform(ports, version.id, answer.waveform);
  if (measurement === null || verdict.grade === 'refused') {
    await ports.spotVersions.update(version.id, {
      state: 'refused',
      progressPercent: 100,
      measurement,
      verdict,
    });
    await ports.journal.write({
      at: ports.system.now(),
      by: 'worker',
      action: 'recording-refused',
      subject: `spot:${version.spotCode}`,
      details: {
        version: version.number,
        reasons: verdict.reasons.map(({ kind }) => kind).join(' '),
      },
    });
    return { kind: 'refused' };
  }
  await ports.spotVersions.update(version.id, {
    state: 'preparing',
    progressPercent: 0,
    measurement,
    verdict,
  });
  return { kind: 'usable', measurement, verdict };
}

/** As the campaign set them; a setting that makes no sense cannot be saved, and were it there it would not count. */
async function limitsOf(ports: Needs): Promise<SpotLimits> {
  const limits = limitsWith(await ports.content.limitSettings());
  return {
    ...(limits.ok ? limits.value : SPOT_LIMITS),
    maximumSeconds: ports.settings.maximumSpotSeconds,
  };
}

/** Beside the recording, for whoever draws it. Written before the verdict: what is judged has its picture. */
async function keepWaveform(
  ports: Needs,
  versionId: string,
  waveform: Waveform | undefined,
): Promise<void> {
  if (waveform === undefined) return;
  const content = Readable.from([Buffer.from(JSON.stringify(waveform))]);
  await ports.files.put(waveformKey(versionId), content, MAXIMUM_WAVEFORM_BYTES);
}

/** A quarter of an hour takes some 180 KB. */
const MAXIMUM_WAVEFORM_BYTES = 4_000_000;
