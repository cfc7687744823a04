import {
  broadcastMetadata,
  fileExtensionOf,
  mediaTypeOf,
  missedTarget,
  renditionFileName,
  tagText,
  type CartText,
  type Measurement,
  type Rendition,
  type Spot,
  type SpotVersion,
  type VerdictReason,
} from '../../domain/audio';
import type { Ports, RenditionMade } from '../../composition/ports';
import type { WantedSound } from './missing-profiles';
import { progressNotes } from './progress-notes';

type Needs = Pick<
  Ports,
  'audio' | 'broadcastWriter' | 'content' | 'files' | 'renditions' | 'spotVersions' | 'system'
>;

/** What does not change when only the words of a kept file do. */
type Made = Omit<RenditionMade, 'profileCode' | 'sha256' | 'sizeBytes'> & {
  /** Null for a file that no engine answered for: its bytes are known once it is stored. */
  readonly sha256: string | null;
};

/**
 * Makes the wanted files in one go and keeps each that met its target; answers why others did not. A file counts when its
 * row is written: after a power cut in between, the same name is simply made again. Where only the days inside changed,
 * the kept file is copied with new words and nothing is encoded.
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
    const toMake: WantedSound[] = [];
    for (const sound of wanted) {
      const { cart } = broadcastMetadata(spot, version, campaignName, sound.profile);
      const outputPath = pathFor(folder, sound);
      const { kept } = sound;
      if (kept !== null && (await copyWithWords(ports, kept, outputPath, cart))) {
        const result = { ...kept, sha256: null };
        await keep(ports, {
          spot,
          version,
          sound,
          result,
          outputPath,
          toolchain: kept.toolchainHash,
        });
      } else toMake.push(sound);
    }
    if (toMake.length === 0) return [];

    const orders = toMake.map((sound) => ({
      profile: sound.profile,
      outputPath: pathFor(folder, sound),
      tags,
      ...(sound.profile.codec === 'wav'
        ? { broadcast: broadcastMetadata(spot, version, campaignName, sound.profile) }
        : {}),
    }));
    const made = await ports.audio
      .render(ports.files.pathOf(version.masterKey), measurement, orders, progress.note)
      .finally(progress.settled);

    const misses: VerdictReason[] = [];
    for (const [index, sound] of toMake.entries()) {
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

function pathFor(folder: string, { hash, profile }: WantedSound): string {
  return `${folder}/${hash.slice(0, 16)}.${fileExtensionOf(profile.codec)}`;
}

/** The sound as it was made, with other words. False when the kept file is gone, damaged or without such words. */
async function copyWithWords(
  ports: Needs,
  kept: Rendition,
  outputPath: string,
  cart: CartText,
): Promise<boolean> {
  if (!(await ports.files.has(kept.storageKey))) return false;
  if ((await ports.files.digestOf(kept.storageKey)).sha256 !== kept.sha256) return false;
  return ports.broadcastWriter.copyWithCart(ports.files.pathOf(kept.storageKey), outputPath, cart);
}

async function keep(
  ports: Needs,
  one: {
    readonly spot: Spot;
    readonly version: SpotVersion;
    readonly sound: WantedSound;
    readonly result: Made;
    readonly outputPath: string;
    readonly toolchain: string;
  },
): Promise<void> {
  const { spot, version, sound, result } = one;
  const { codec } = sound.profile;
  const days = sound.cartDays;
  const parts = [
    sound.hash.slice(0, 16),
    one.toolchain.slice(0, 8),
    ...(days === null
      ? []
      : [days.flightStart, days.flightEnd].map((day) => day.replaceAll('-', ''))),
  ];
  const name = `${parts.join('-')}.${fileExtensionOf(codec)}`;
  const stored = await ports.files.adopt(
    one.outputPath,
    `renditions/${version.spotCode}/${version.id.toLowerCase()}/${name}`,
  );
  if (result.sha256 !== null && stored.sha256 !== result.sha256) {
    throw new Error(`The file for ${sound.profile.code} changed on its way into the store`);
  }
  await ports.renditions.add({
    id: ports.system.newId(),
    spotVersionId: version.id,
    spotCode: version.spotCode,
    profileCode: sound.profile.code,
    profileHash: sound.hash,
    toolchainHash: one.toolchain,
    cartDays: days,
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
