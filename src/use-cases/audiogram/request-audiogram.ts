import { createHash } from 'node:crypto';

import type { Audiogram, AudiogramOptions, AudiogramShape } from '../../domain/audio';
import type { HoldReason } from '../../domain/consent';
import type { AudiogramReadiness, Ports } from '../../composition/ports';
import { chooseSound } from './choose-sound';
import { filmable } from './social-holds';

export type RequestAudiogramAnswer =
  | { readonly kind: 'requested'; readonly audiogram: Audiogram }
  | { readonly kind: 'unknown-spot' }
  /** No recording is ready, or none that may go out. */
  | { readonly kind: 'no-sound' }
  | { readonly kind: 'held-back'; readonly reasons: readonly HoldReason[] }
  | {
      readonly kind: 'engine';
      readonly readiness: Exclude<AudiogramReadiness, { readonly kind: 'ready' }>;
    };

type Needs = Pick<
  Ports,
  | 'audiogramMaker'
  | 'audiogramPainter'
  | 'audiograms'
  | 'consents'
  | 'content'
  | 'jobs'
  | 'journal'
  | 'renditions'
  | 'settings'
  | 'spotVersions'
  | 'system'
>;

/** Asks for a film of a spot. What is there already is answered, what failed is tried again. */
export async function requestAudiogram(
  ports: Needs,
  asked: { readonly spotCode: string; readonly shape: AudiogramShape; readonly by: string },
): Promise<RequestAudiogramAnswer> {
  const spot = await ports.content.spotByCode(asked.spotCode);
  if (spot === null) return { kind: 'unknown-spot' };
  const { version, reasons } = await filmable(ports, spot);
  if (reasons.length > 0) return { kind: 'held-back', reasons };
  const sound = version === null ? null : await chooseSound(ports, version);
  if (version === null || sound === null) return { kind: 'no-sound' };
  const readiness = await ports.audiogramMaker.readiness();
  if (readiness.kind !== 'ready') return { kind: 'engine', readiness };

  const campaign = await ports.content.campaign();
  const options: AudiogramOptions = {
    shape: asked.shape,
    title: spot.title,
    campaignName: campaign.name,
    language: spot.language,
    footer: [campaign.hotline, campaign.hotlineHours].filter((line) => line !== '').join('\n'),
    maximumSeconds: ports.settings.audiogramSeconds,
    soundSha256: sound.sha256,
  };
  const now = ports.system.now();
  const audiogram = await ports.audiograms.add({
    id: ports.system.newId(),
    spotVersionId: version.id,
    spotCode: spot.code,
    options,
    optionsHash: hashOf(options, ports.audiogramPainter.revision),
    toolchainHash: readiness.toolchainHash,
    state: 'waiting',
    progressPercent: 0,
    failure: null,
    storageKey: null,
    sha256: null,
    sizeBytes: null,
    durationSeconds: null,
    sourceSeconds: null,
    requestedBy: asked.by,
    requestedAt: now,
  });
  if (audiogram.state === 'waiting') {
    // Were this line not reached, `makeMissingAudiograms` would find the film.
    await ports.jobs.add('make-audiogram', audiogram.id, now);
    await ports.journal.write({
      at: now,
      by: asked.by,
      action: 'audiogram-requested',
      subject: `spot:${spot.code}`,
      details: { version: version.number, shape: asked.shape },
    });
  }
  return { kind: 'requested', audiogram };
}

function hashOf(options: AudiogramOptions, painterRevision: number): string {
  const identity = [
    'audiogram-1',
    painterRevision,
    options.shape,
    options.title,
    options.campaignName,
    options.language,
    options.footer,
    options.maximumSeconds,
    options.soundSha256,
  ];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}
