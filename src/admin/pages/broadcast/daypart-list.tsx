import { Button, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';

import type { Daypart } from '../../../domain/broadcast';

/** The stretches of the day in which a flight may lie. */
export function DaypartList({
  dayparts,
  onChange,
}: {
  readonly dayparts: readonly Daypart[];
  readonly onChange: (dayparts: readonly Daypart[]) => void;
}) {
  const replace = (place: number, change: Partial<Daypart>) =>
    onChange(dayparts.map((each, at) => (at === place ? { ...each, ...change } : each)));
  return (
    <fieldset>
      <Typography tag="legend" variant="pi" fontWeight="semiBold">
        Plages horaires (horloge de la radio)
      </Typography>
      <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={2}>
        {dayparts.map(({ from, to }, place) => (
          <Flex key={place} gap={2} alignItems="center" wrap="wrap">
            <Field.Root name={`daypart-from-${place}`}>
              <Field.Input
                type="time"
                aria-label={`Plage ${place + 1}, de`}
                value={from}
                onChange={({ target }) => replace(place, { from: target.value })}
              />
            </Field.Root>
            <Typography aria-hidden>à</Typography>
            <Field.Root name={`daypart-to-${place}`}>
              <Field.Input
                type="time"
                aria-label={`Plage ${place + 1}, à`}
                value={to}
                onChange={({ target }) => replace(place, { to: target.value })}
              />
            </Field.Root>
            {dayparts.length > 1 && (
              <IconButton
                label={`Retirer la plage ${place + 1}`}
                onClick={() => onChange(dayparts.filter((_, at) => at !== place))}
              >
                <Trash />
              </IconButton>
            )}
          </Flex>
        ))}
        <Button
          variant="tertiary"
          startIcon={<Plus />}
          onClick={() => onChange([...dayparts, { from: '', to: '' }])}
        >
          Ajouter une plage
        </Button>
      </Flex>
    </fieldset>
  );
}
