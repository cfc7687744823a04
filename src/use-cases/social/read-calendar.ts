import type { PostingTime } from '../../domain/social';
import { freeTimes } from '../../domain/social';
import type { SocialPorts } from './social-ports';

/** What planning needs beside the posts. */
export type PostCalendar = {
  /** The campaign's clock: every day and time is told on it. */
  readonly timeZone: string;
  readonly now: Date;
  readonly postingTimes: readonly PostingTime[];
  /** The next times of the queue at which nothing goes out yet. */
  readonly freeTimes: readonly Date[];
};

/** So many are proposed: more would not be read. */
const PROPOSED = 5;

/** The campaign's clock and the next free times of its queue. */
export async function readCalendar(
  ports: Pick<SocialPorts, 'content' | 'system'>,
): Promise<PostCalendar> {
  const now = ports.system.now();
  const { timeZone, postingTimes } = await ports.content.campaign();
  const taken = (await ports.content.posts()).flatMap(({ dueAt }) => (dueAt === null ? [] : dueAt));
  return {
    timeZone,
    now,
    postingTimes,
    freeTimes: freeTimes(postingTimes, taken, now, timeZone, PROPOSED),
  };
}
