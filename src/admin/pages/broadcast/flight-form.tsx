import { Button, Flex, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';

import { flightRefusalSentence } from '../../../wording/flights';
import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import type { FlightOnWire, SpotOnWire, StationOnWire } from '../../desk/wire';
import { counted } from '../../parts/figures';
import { Arrived, RefusalNotice, SentenceList } from '../../parts/notices';
import { checkDraft, draftOf, NEW_FLIGHT } from './flight-draft';
import { FlightFields } from './flight-fields';
import { FlightPreview } from './flight-preview';
import { usePreview } from './use-preview';

export type FlightWritten = {
  readonly added: number;
  readonly kept: number;
  readonly cancelled: number;
  readonly gaveWay: number;
};

type Props = {
  /** The flight that is planned again; null for a new one. */
  readonly edited: FlightOnWire['flight'] | null;
  readonly stations: readonly StationOnWire[];
  readonly onWritten: (written: FlightWritten) => void;
  readonly onClose: () => void;
};

/** A flight with its live preview. Nothing is written before the last button. */
export function FlightForm(props: Props) {
  const spots = useDesk<readonly SpotOnWire[]>('/desk/spots');
  return <Arrived desk={spots}>{(all) => <Form {...props} spots={all} />}</Arrived>;
}

function Form({
  edited,
  stations,
  spots,
  onWritten,
  onClose,
}: Props & { readonly spots: readonly SpotOnWire[] }) {
  const [draft, setDraft] = useState(() => (edited === null ? NEW_FLIGHT : draftOf(edited)));
  const action = useDeskAction();
  const { terms, size, refusals } = checkDraft(draft);
  const preview = usePreview(edited?.id ?? null, refusals.length === 0 ? terms : null);
  // A spot that the flight has already stays to be seen, also while its sound is replaced.
  const choice = spots.filter(
    ({ airedVersion, spot }) => airedVersion !== null || draft.spotCodes.includes(spot.code),
  );

  const write = async (event: FormEvent) => {
    event.preventDefault();
    const written =
      edited === null
        ? await action.run<FlightWritten>('/desk/flights', terms)
        : await action.run<FlightWritten>(`/desk/flights/${edited.id}/plan`, {
            revision: edited.revision,
            terms,
          });
    if (written !== null) onWritten(written);
  };
  const isReady = refusals.length === 0 && preview.preview !== null && !preview.isAsking;
  return (
    <form onSubmit={(event) => void write(event)}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <FlightFields
          draft={draft}
          spots={choice}
          stations={stations}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        {refusals.length > 0 ? (
          <Flex direction="column" alignItems="stretch" gap={2} aria-live="polite">
            <Typography fontWeight="semiBold">
              {size === 0
                ? 'À remplir avant l’aperçu :'
                : `${counted(size, 'diffusion demandée', 'diffusions demandées')}. À corriger avant l’aperçu :`}
            </Typography>
            <SentenceList sentences={refusals.map(flightRefusalSentence)} />
          </Flex>
        ) : (
          <FlightPreview {...preview} stations={stations} />
        )}
        <RefusalNotice
          refusal={action.refusal}
          title="Rien n’a été planifié"
          onClose={action.forget}
        />
        <Flex gap={2} wrap="wrap">
          <Button type="submit" loading={action.isBusy} disabled={!isReady}>
            {edited === null ? 'Planifier cette vague' : 'Planifier de nouveau'}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            Fermer sans planifier
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
