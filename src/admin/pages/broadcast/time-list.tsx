import { Button, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';

/** The times of day of a plan, one field each. */
export function TimeList({
  times,
  onChange,
}: {
  readonly times: readonly string[];
  readonly onChange: (times: readonly string[]) => void;
}) {
  const replace = (place: number, time: string) =>
    onChange(times.map((each, at) => (at === place ? time : each)));
  return (
    <fieldset>
      <Typography tag="legend" variant="pi" fontWeight="semiBold">
        Heures (horloge de la radio)
      </Typography>
      <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={2}>
        {times.map((time, place) => (
          <Flex key={place} gap={2} alignItems="center">
            <Field.Root name={`time-${place}`}>
              <Field.Input
                type="time"
                aria-label={`Heure ${place + 1}`}
                value={time}
                onChange={({ target }) => replace(place, target.value)}
              />
            </Field.Root>
            {times.length > 1 && (
              <IconButton
                label={`Retirer l’heure ${place + 1}`}
                onClick={() => onChange(times.filter((_, at) => at !== place))}
              >
                <Trash />
              </IconButton>
            )}
          </Flex>
        ))}
        <Button variant="tertiary" startIcon={<Plus />} onClick={() => onChange([...times, ''])}>
          Ajouter une heure
        </Button>
      </Flex>
    </fieldset>
  );
}
