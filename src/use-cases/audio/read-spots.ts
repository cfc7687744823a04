import {
  recordingFacts,
  versionInUse,
  type DeliveryProfile,
  type Rendition,
  type Spot,
  type SpotVersion,
} from '../../domain/audio';
import { heldBack, type Channel, type HoldReason } from '../../domain/consent';
import { dayInZone } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { profileHash } from './profile-hash';

/** What the desk shows of one delivery profile of a spot. */
export type ProfileView = {
  readonly profile: DeliveryProfile;
  readonly stationCodes: readonly string[];
  /** Null while it is not prepared. */
  readonly rendition: Rendition | null;
};

/** A spot, where its recording stands, and what holds it back today. */
export type SpotOverview = {
  readonly spot: Spot;
  /** Newest first; the first is the one being worked on. */
  readonly versions: readonly SpotVersion[];
  /** The version that stations hold; an older one while a newer is being prepared or was refused. */
  readonly airedVersion: number | null;
  readonly profiles: readonly ProfileView[];
  readonly holds: readonly { readonly channel: Channel; readonly reasons: readonly HoldReason[] }[];
};

/** The doors that a spot itself goes out by; a post made of it has a consent of its own. */
const SPOT_CHANNELS: readonly Channel[] = ['radio', 'web'];

type Needs = Pick<Ports, 'content' | 'spotVersions' | 'renditions' | 'consents' | 'system'>;

/** Every spot of the campaign, newest code first. */
export async function readSpots(ports: Needs): Promise<readonly SpotOverview[]> {
  const spots = await ports.content.spots();
  const newestFirst = [...spots].sort((one, other) => other.code.localeCompare(one.code));
  return Promise.all(newestFirst.map((spot) => overview(ports, spot)));
}

/** One spot; null when there is none of that code. */
export async function readSpot(ports: Needs, spotCode: string): Promise<SpotOverview | null> {
  const spot = await ports.content.spotByCode(spotCode);
  return spot === null ? null : overview(ports, spot);
}

async function overview(ports: Needs, spot: Spot): Promise<SpotOverview> {
  const [history, profiles, stations, consents, campaign] = await Promise.all([
    ports.spotVersions.history(spot.code),
    ports.content.profiles(),
    ports.content.stations(),
    ports.consents.of({ kind: 'spot', code: spot.code }),
    ports.content.campaign(),
  ]);
  const versions = [...history].sort((one, other) => other.number - one.number);
  const aired = versionInUse(spot, versions);
  const made = aired === null ? [] : await ports.renditions.ofVersion(aired.id);
  const on = dayInZone(ports.system.now(), campaign.timeZone);
  return {
    spot,
    versions,
    airedVersion: aired?.number ?? null,
    profiles: profiles.map((profile) => ({
      profile,
      stationCodes: stations
        .filter(({ profileCode }) => profileCode === profile.code)
        .map(({ code }) => code),
      rendition: newest(made.filter((item) => item.profileHash === profileHash(profile))),
    })),
    holds: SPOT_CHANNELS.map((channel) => ({
      channel,
      reasons: heldBack(
        {
          voices: spot.voices,
          channel,
          language: spot.language,
          on,
          ...recordingFacts(spot, versions),
        },
        consents,
      ),
    })).filter(({ reasons }) => reasons.length > 0),
  };
}

function newest(renditions: readonly Rendition[]): Rendition | null {
  const byAge = [...renditions].sort(
    (one, other) => other.createdAt.getTime() - one.createdAt.getTime(),
  );
  return byAge[0] ?? null;
}
