import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';

import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import type { ContractNotesOnWire, SpotOnWire, StationOnWire } from '../../desk/wire';
import { frenchLongDay } from '../../parts/figures';
import { Arrived, RefusalNotice } from '../../parts/notices';

const WINDOW_MINUTES = 30;

/** One slot placed by hand, where somebody touched the week. */
export function AddSlotDialog({
  station,
  day,
  time: firstTime,
  onClose,
  onAdded,
}: {
  readonly station: StationOnWire;
  readonly day: string;
  readonly time: string;
  readonly onClose: () => void;
  /** Gets what it means for the contracts. */
  readonly onAdded: (contractNotes: readonly string[]) => void;
}) {
  const spots = useDesk<readonly SpotOnWire[]>('/desk/spots');
  const action = useDeskAction();
  const [spotCode, setSpotCode] = useState<string | null>(null);
  const [time, setTime] = useState(firstTime);
  const [windowMinutes, setWindowMinutes] = useState(String(WINDOW_MINUTES));
  const add = async () => {
    const planned = await action.run<ContractNotesOnWire>('/desk/broadcast/slots', {
      spotCode: spotCode ?? '',
      stationCodes: [station.code],
      days: [day],
      times: [time],
      windowMinutes: Number(windowMinutes),
    });
    if (planned !== null) onAdded(planned.contractNotes);
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>
            {station.name}, {frenchLongDay(day)}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Arrived desk={spots}>
            {(all) => {
              const ready = all.filter(
                ({ airedVersion, spot }) =>
                  airedVersion !== null && station.languages.includes(spot.language),
              );
              return (
                <Flex direction="column" alignItems="stretch" gap={4}>
                  {ready.length === 0 && (
                    <Typography>
                      Aucun spot prêt dans une langue de cette radio. Préparez-en un d’abord.
                    </Typography>
                  )}
                  <Field.Root name="add-spot" required>
                    <Field.Label>Spot</Field.Label>
                    <SingleSelect
                      placeholder="Choisir un spot"
                      value={spotCode}
                      onChange={(value) => setSpotCode(String(value))}
                    >
                      {ready.map(({ spot }) => (
                        <SingleSelectOption key={spot.code} value={spot.code}>
                          {`${spot.code} · ${spot.title} (${LANGUAGE_NAMES[spot.language]})`}
                        </SingleSelectOption>
                      ))}
                    </SingleSelect>
                  </Field.Root>
                  <Field.Root name="add-time" required>
                    <Field.Label>Début, à l’heure de la radio</Field.Label>
                    <Field.Input
                      type="time"
                      value={time}
                      onChange={({ target }) => setTime(target.value)}
                    />
                  </Field.Root>
                  <Field.Root
                    name="add-window"
                    required
                    hint="La radio peut diffuser à tout moment de cette durée."
                  >
                    <Field.Label>Souplesse, en minutes</Field.Label>
                    <Field.Input
                      type="number"
                      inputMode="numeric"
                      min={1}
                      value={windowMinutes}
                      onChange={({ target }) => setWindowMinutes(target.value)}
                    />
                    <Field.Hint />
                  </Field.Root>
                  <RefusalNotice
                    refusal={action.refusal}
                    title="Rien n’a été ajouté"
                    onClose={action.forget}
                  />
                </Flex>
              );
            }}
          </Arrived>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Fermer
          </Button>
          <Button
            loading={action.isBusy}
            disabled={spotCode === null || time === ''}
            onClick={() => void add()}
          >
            Ajouter la diffusion
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
