import {
  cartDaysFor,
  recordingFacts,
  renditionState,
  saysDays,
  versionInUse,
  type DeliveryProfile,
  type Rendition,
  type RenditionFacts,
  type RenditionState,
  type Spot,
  type SpotVersion,
  type SpotVersionState,
} from '../../domain/audio';
import type { Channel, HoldReason } from '../../domain/consent';
import type { Notice } from '../../domain/delivery';
import { dayInZone } from '../../domain/shared';
import type { Job, Ports } from '../../composition/ports';
import { lastJobs } from './last-jobs';
import { fileFor } from './missing-profiles';
import { profileHash } from './profile-hash';
import { recallOf, spotHolds } from './spot-holds';

/** What the desk shows of one delivery profile of a spot. */
export type ProfileView = {
  readonly profile: DeliveryProfile;
  readonly stationCodes: readonly string[];
  /** What its stations hold; null while it is not prepared. */
  readonly rendition: Rendition | null;
  /** Where the file of the recording in hand stands: the newest one's, else that of the one stations hold. */
  readonly state: RenditionState;
  /** Number of that recording; null while there is none. */
  readonly stateOfVersion: number | null;
};

/** One recording in a spot's history. */
export type VersionView = SpotVersion & {
  /** Null when the person has left the desk. */
  readonly uploaderName: string | null;
};

/** A spot, where its recording stands, and what holds it back today. */
export type SpotOverview = {
  readonly spot: Spot;
  /** Newest first; the first is the one being worked on. */
  readonly versions: readonly VersionView[];
  /** The version that stations hold; an older one while a newer is being prepared or was refused. */
  readonly airedVersion: number | null;
  readonly profiles: readonly ProfileView[];
  readonly holds: readonly { readonly channel: Channel; readonly reasons: readonly HoldReason[] }[];
  /** Pulled off every door; null while it is not. */
  readonly recall: Notice | null;
};

/** The doors that a spot itself goes out by; a post made of it has a consent of its own. */
const SPOT_CHANNELS: readonly Channel[] = ['radio', 'web'];

type Needs = Pick<
  Ports,
  'consents' | 'content' | 'jobs' | 'notices' | 'people' | 'renditions' | 'spotVersions' | 'system'
>;

/** Every spot of the campaign, newest code first. */
export async function readSpots(ports: Needs): Promise<readonly SpotOverview[]> {
  const spots = await ports.content.spots();
  const newestFirst = [...spots].sort((one, other) => other.code.localeCompare(one.code));
  const jobs = await lastJobs(ports);
  return Promise.all(newestFirst.map((spot) => overview(ports, spot, jobs)));
}

/** One spot; null when there is none of that code. */
export async function readSpot(ports: Needs, spotCode: string): Promise<SpotOverview | null> {
  const spot = await ports.content.spotByCode(spotCode);
  return spot === null ? null : overview(ports, spot, await lastJobs(ports));
}

async function overview(
  ports: Needs,
  spot: Spot,
  jobs: ReadonlyMap<string, Job>,
): Promise<SpotOverview> {
  const [history, profiles, stations, consents, campaign, recall] = await Promise.all([
    ports.spotVersions.history(spot.code),
    ports.content.profiles(),
    ports.content.stations(),
    ports.consents.of({ kind: 'spot', code: spot.code }),
    ports.content.campaign(),
    recallOf(ports, spot.code),
  ]);
  const versions = [...history].sort((one, other) => other.number - one.number);
  const aired = versionInUse(spot, versions);
  const made = aired === null ? [] : await ports.renditions.ofVersion(aired.id);
  const inHand = versionInHand(versions, aired);
  const madeInHand =
    inHand === null || inHand === aired ? made : await ports.renditions.ofVersion(inHand.id);
  const names = await ports.people.namesOf(versions.map(({ uploadedBy }) => uploadedBy));
  const on = dayInZone(ports.system.now(), campaign.timeZone);
  return {
    spot,
    versions: versions.map((version) => ({
      ...version,
      uploaderName: names.get(version.uploadedBy) ?? null,
    })),
    airedVersion: aired?.number ?? null,
    profiles: profiles.map((profile) => ({
      profile,
      stationCodes: stations
        .filter(({ profileCode }) => profileCode === profile.code)
        .map(({ code }) => code),
      rendition: fileFor(profile, made, spot),
      state: renditionState(factsOf(spot, profile, inHand, madeInHand, jobs)),
      stateOfVersion: inHand?.number ?? null,
    })),
    holds: SPOT_CHANNELS.map((channel) => ({
      channel,
      reasons: spotHolds(
        spot,
        { channel, on },
        {
          consents,
          ...recordingFacts(spot, versions),
          recalledAt: recall?.inForceAt ?? null,
        },
      ),
    })).filter(({ reasons }) => reasons.length > 0),
    recall,
  };
}

/** The newest recording, unless nothing is made of it: then stations keep what they hold. */
function versionInHand(
  versions: readonly SpotVersion[],
  aired: SpotVersion | null,
): SpotVersion | null {
  const [latest] = versions;
  return latest === undefined || isForNoStation(latest.state) ? aired : latest;
}

type Unprepared = 'refused' | 'kept' | 'erased';

function isForNoStation(state: SpotVersionState): state is Unprepared {
  return state === 'refused' || state === 'kept' || state === 'erased';
}

function factsOf(
  spot: Spot,
  profile: DeliveryProfile,
  version: SpotVersion | null,
  made: readonly Rendition[],
  jobs: ReadonlyMap<string, Job>,
): RenditionFacts {
  const hash = profileHash(profile);
  const file = fileFor(profile, made, spot);
  const state = version?.state ?? 'refused';
  return {
    version:
      version === null || isForNoStation(state)
        ? null
        : {
            state,
            progressPercent: version.progressPercent,
            reasons: version.verdict?.reasons ?? [],
          },
    profileHash: hash,
    isThere: file !== null && saysDays(file, cartDaysFor(profile, spot)),
    hasOlder: made.some((one) => one.profileHash !== hash && one.profileCode === profile.code),
    job: (version === null ? undefined : jobs.get(version.id))?.state ?? null,
  };
}
