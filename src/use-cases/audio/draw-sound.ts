import {
  pictureOfMaster,
  pictureOfRendition,
  waveformKey,
  type Rendition,
  type SoundPicture,
  type SpotVersion,
  type Waveform,
} from '../../domain/audio';
import type { Ports } from '../../composition/ports';
import { profileHash } from './profile-hash';

type Needs = Pick<Ports, 'content' | 'files' | 'spotVersions'>;

/** What a recording looks like; null where the check kept no waveform of it. */
export async function drawMaster(
  ports: Pick<Ports, 'files'>,
  version: SpotVersion,
): Promise<SoundPicture | null> {
  const waveform = version.measurement === null ? null : await readWaveform(ports, version.id);
  return waveform === null || version.measurement === null
    ? null
    : pictureOfMaster(waveform, version.measurement);
}

/** What a station's file looks like, drawn after the recording it was made of. */
export async function drawRendition(
  ports: Needs,
  rendition: Rendition,
): Promise<SoundPicture | null> {
  const version = await ports.spotVersions.byId(rendition.spotVersionId);
  const master = version === null ? null : await drawMaster(ports, version);
  if (version === null || version.measurement === null || master === null) return null;
  const profiles = await ports.content.profiles();
  const profile =
    profiles.find((one) => profileHash(one) === rendition.profileHash) ??
    profiles.find(({ code }) => code === rendition.profileCode) ??
    AS_IT_CAME;
  return pictureOfRendition(master, version.measurement, profile, rendition);
}

/** The profile was edited or deleted since: one channel, no ceiling. */
const AS_IT_CAME = { channels: 1, ceilingDbtp: 0 } as const;

async function readWaveform(
  ports: Pick<Ports, 'files'>,
  versionId: string,
): Promise<Waveform | null> {
  const key = waveformKey(versionId);
  if (!(await ports.files.has(key))) return null;
  const parts: Buffer[] = [];
  for await (const part of ports.files.read(key)) parts.push(Buffer.from(part as Uint8Array));
  // Only this house writes the file.
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Waveform;
}
