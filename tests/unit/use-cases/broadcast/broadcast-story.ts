import { profileHash } from '../../../../src/use-cases/audio';
import { planSlots } from '../../../../src/use-cases/broadcast';
import {
  buildProfile,
  buildRendition,
  buildSpot,
  buildSpotVersion,
  buildStation,
} from '../../../helpers/builders';
import type { TestContent } from '../../../helpers/content';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';

/** A spot that is prepared, and two stations that want it in the same format. */
export async function openBroadcastStory(
  content: Partial<TestContent> = {},
  now?: string,
): Promise<TestPorts> {
  const profile = buildProfile();
  const story = await openTestPorts({
    content: {
      spots: [buildSpot()],
      stations: [buildStation(), buildStation({ code: 'BKO', name: 'Radio Bamako' })],
      profiles: [profile],
      ...content,
    },
    ...(now === undefined ? {} : { now }),
  });
  const version = await story.ports.spotVersions.add(buildSpotVersion());
  await story.ports.renditions.add(
    buildRendition({ spotVersionId: version.id, profileHash: profileHash(profile) }),
  );
  return story;
}

/** Plans the spot once on the station KAY and answers the slot's id. */
export async function planOne(story: TestPorts, day = '2026-12-01', time = '07:00') {
  const answer = await planSlots(story.ports, {
    spotCode: '0042',
    stationCodes: ['KAY'],
    days: [day],
    times: [time],
    windowMinutes: 30,
    by: 'user:manager',
  });
  if (answer.kind !== 'planned') throw new Error(JSON.stringify(answer.refusals));
  const [slot] = answer.slots;
  if (slot === undefined) throw new Error('Nothing was planned.');
  return slot.id;
}
