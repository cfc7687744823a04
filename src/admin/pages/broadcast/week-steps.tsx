import { Button, Flex, Typography } from '@strapi/design-system';

import { addDays } from '../../../domain/shared';
import type { WeekOnWire } from '../../desk/wire';
import { frenchLongDay } from '../../parts/figures';

/** Which days are shown, and the way to the week before and after. */
export function WeekSteps({
  week,
  onMove,
}: {
  readonly week: WeekOnWire;
  /** The first day to show; null for the week from today. */
  readonly onMove: (from: string | null) => void;
}) {
  return (
    <Flex gap={2} wrap="wrap" justifyContent="space-between">
      <Typography>
        Du {frenchLongDay(week.from)} au {frenchLongDay(week.to)}
      </Typography>
      <Flex gap={2} wrap="wrap">
        <Button variant="tertiary" onClick={() => onMove(addDays(week.from, -7))}>
          Semaine d’avant
        </Button>
        <Button variant="tertiary" disabled={week.from === week.today} onClick={() => onMove(null)}>
          À partir d’aujourd’hui
        </Button>
        <Button variant="tertiary" onClick={() => onMove(addDays(week.from, 7))}>
          Semaine d’après
        </Button>
      </Flex>
    </Flex>
  );
}
