import { Typography } from '@strapi/design-system';

import { clockInZone, dayInZone } from '../../../../domain/shared';
import { frenchTime } from '../../../../wording/terms';
import { useDesk } from '../../../desk/use-desk';
import type { PostCalendarOnWire } from '../../../desk/wire';
import { frenchLongDay } from '../../../parts/figures';

/** An instant as « mardi 1er décembre à 19 h » on the campaign's clock. */
export function freeTimeWords(at: string, timeZone: string): string {
  const instant = new Date(at);
  return `${frenchLongDay(dayInZone(instant, timeZone))} à ${frenchTime(clockInZone(instant, timeZone))}`;
}

/** The next time of the campaign's queue at which nothing goes out yet, beside a post that is being written. */
export function NextFreeTime() {
  const { data } = useDesk<PostCalendarOnWire>('/desk/posts/calendar');
  const [first] = data?.freeTimes ?? [];
  if (data === null || first === undefined) return null;
  return (
    <Typography variant="pi" textColor="neutral700">
      Prochain créneau libre : {freeTimeWords(first, data.timeZone)}.
    </Typography>
  );
}
