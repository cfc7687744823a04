import {
  broadcastMetadata,
  fileExtensionOf,
  mediaTypeOf,
  missedTarget,
  renditionFileName,
  tagText,
  type Measurement,
  type Spot,
  type SpotVersion,
  type VerdictReason,
} from '../../domain/audio';
import type { Ports, RenditionMade } from '../../composition/ports';
import type { WantedSound } from './missing-profiles';
import { progressNotes } from './progress-notes';

type Needs = Pick<Ports, 'audio' | 'content' | 'files' | 'renditions' | 'spotVersions' | 'system'>;

/**
 * Makes the wanted files in one go and keeps each that met its target; answers why others did not. A file counts when its
 * row is written: after a power cut in between, the same name is simply made again.
 */
export async function makeRenditions(
  ports: Needs,
  spot: Spot,
  version: SpotVersion,
  measurement: Measurement,
  wanted: readonly WantedSound[],
  onHeartbeat: () => void,
): Promise<readonly VerdictReason[]> {
  const { name: campaignName } = await ports.content.campaign();
  const toolchain = await ports.audio.toolchain();
  const tags = tagText(spot, version.number, campaignName);
  const folder = await ports.files.makeScratchFolder('prepare-spot');
  const progress = progressNotes(ports, version.id, onHeartbeat);
  try {
    const orders = wanted.map(({ profile, hash }) => ({
      profile,
      outputPath: `${folder}/${hash.slice(0, 16)}.${fileExtensionOf(profile.codec)}`,
      tags,
      ...(profile.codec === 'wav'
        ? { broadcast: broadcastMetadata(spot, version, campaignName, profile) }
        : {}),
    }));
    const made = await ports.audio
      .render(ports.files.pathOf(version.masterKey), measurement, orders, progress.note)
      .finally(progress.settled);

    const misses: VerdictReason[] = [];
    for (const [index, sound] of wanted.entries()) {
      const outputPath = orders[index]?.outputPath;
      const result = made.find(({ profileCode }) => profileCode === sound.profile.code);
      if (outputPath === undefined || result === undefined) {
        throw new Error(`The engine made no file for profile ${sound.profile.code}`);
      }
      const miss = missedTarget(sound.profile, sound.hash, result);
      if (miss === null) {
        await keep(ports, { spot, version, sound, result, outputPath, toolchain: toolchain.hash });
      } else {
        misses.push(miss);
      }
    }
    return misses;
  } finally {
    await ports.files.removeScratchFolder(folder);
  }
}

async function keep(
  ports: Needs,
  one: {
    readonly spot: Spot;
    readonly version: SpotVersion;
    readonly sound: WantedSound;
    readonly result: RenditionMade;
    readonly outputPath: string;
    readonly toolchain: string;
  },
): Promise<void> {
  const { spot, version, sound, result } = one;
  const { codec } = sound.profile;
  const name = `${sound.hash.slice(0, 16)}-${one.toolchain.slice(0, 8)}.${fileExtensionOf(codec)}`;
  const stored = await ports.files.adopt(
    one.outputPath,
    `renditions/${version.spotCode}/${version.id.toLowerCase()}/${name}`,
  );
  if (stored.sha256 !== result.sha256) {
    throw new Error(`The file for ${sound.profile.code} changed on its way into the store`);
  }
  await ports.renditions.add({
    id: ports.system.newId(),
    spotVersionId: version.id,
    spotCode: version.spotCode,
    profileCode: sound.profile.code,
    profileHash: sound.hash,
    toolchainHash: one.toolchain,
    storageKey: stored.key,
    fileName: renditionFileName({
      spotCode: version.spotCode,
      versionNumber: version.number,
      language: spot.language,
      durationSeconds: result.durationSeconds,
      codec,
    }),
    mediaType: mediaTypeOf(codec),
    sha256: stored.sha256,
    sizeBytes: stored.sizeBytes,
    durationSeconds: result.durationSeconds,
    loudnessLufs: result.loudnessLufs,
    truePeakDbtp: result.truePeakDbtp,
    createdAt: ports.system.now(),
  });
}
