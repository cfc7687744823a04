import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { clockInZone } from '../../../domain/shared';
import { evidenceInWords, MISSED_REASON_NAMES } from '../../../wording/broadcast';
import { holdSentence } from '../../../wording/consent';
import { frenchTime, LANGUAGE_NAMES } from '../../../wording/terms';
import { useDeskAction } from '../../desk/use-desk-action';
import { useMay } from '../../desk/permissions';
import type { SlotOnWire, StationOnWire } from '../../desk/wire';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { frenchInstant, frenchLongDay } from '../../parts/figures';
import { RefusalNotice, SentenceList } from '../../parts/notices';
import { StateBadge } from '../../parts/state-badge';
import { ConfirmationForm } from './confirmation-form';
import { MakeGood } from './make-good';
import { MoveForm } from './move-form';
import { isMovable, slotState } from './slot-state';
import { Telephones } from './telephones';
import type { Move } from './week-grid';

/** One slot: all that is known of it, what the station says, moving it, making it good, and taking it out of the plan. */
export function SlotDialog({
  row,
  move,
  station,
  stations,
  onClose,
  onChanged,
  onMoved,
}: {
  readonly row: SlotOnWire;
  /** Where it was dropped; null when it was only touched. */
  readonly move: Move | null;
  readonly station: StationOnWire | undefined;
  /** Those that it may be moved to. */
  readonly stations: readonly StationOnWire[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
  readonly onMoved: (contractNotes: readonly string[]) => void;
}) {
  const mayConfirm = useMay('desk.broadcast.confirm');
  const mayPlan = useMay('desk.broadcast.plan');
  const zone = station?.timeZone ?? 'UTC';
  const clock = (iso: string) => frenchTime(clockInZone(new Date(iso), zone));
  const { slot, spot } = row;
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>
            {row.stationName}, {frenchLongDay(slot.airDate)}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>
              De {clock(slot.windowStart)} à {clock(slot.windowEnd)} : spot {spot.code}
              {spot.title === null ? ' (supprimé depuis)' : `, «\u00a0${spot.title}\u00a0»`}, en{' '}
              {LANGUAGE_NAMES[spot.language]}.
            </Typography>
            <SlotFacts row={row} clock={clock} zone={zone} />
            <Telephones station={station} />
            {mayPlan && isMovable(row, Date.now()) && (
              <MoveForm
                row={row}
                stations={stations}
                stationCode={move?.stationCode ?? slot.stationCode}
                day={move?.day ?? slot.airDate}
                time={move?.time ?? clockInZone(new Date(slot.windowStart), zone)}
                isDropped={move !== null}
                onMoved={onMoved}
              />
            )}
            {mayPlan && row.airing?.outcome === 'missed' && (
              <MakeGood
                slotId={slot.id}
                madeGoodAt={row.madeGoodAt}
                timeZone={zone}
                onPlanned={onChanged}
              />
            )}
            {mayConfirm && move === null && <ConfirmationForm row={row} onConfirmed={onChanged} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Fermer
          </Button>
          {mayPlan && row.airing === null && <CancelSlot slotId={slot.id} onDone={onChanged} />}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function SlotFacts({
  row,
  clock,
  zone,
}: {
  readonly row: SlotOnWire;
  readonly clock: (iso: string) => string;
  readonly zone: string;
}) {
  const { words, tone } = slotState(row);
  const { airing } = row;
  return (
    <>
      <div>
        <StateBadge tone={tone}>{words}</StateBadge>
      </div>
      {row.flight !== null && <Typography>Vague « {row.flight.name} ».</Typography>}
      {row.cameFrom !== null && (
        <Typography>
          {row.cameFrom.kind === 'move'
            ? 'Déplacée : elle était prévue le '
            : 'Rattrapage de celle du '}
          {frenchInstant(row.cameFrom.windowStart, zone)}.
        </Typography>
      )}
      {airing !== null && (
        <Typography>
          {airing.airedAt === null ? '' : `À l’antenne à ${clock(airing.airedAt)}. `}
          {airing.missedReason === null
            ? ''
            : `Raison : ${MISSED_REASON_NAMES[airing.missedReason]}. `}
          {evidenceInWords(airing.evidence, row.isRecordingErased)}.
        </Typography>
      )}
      {row.heldBack.length > 0 && <SentenceList sentences={row.heldBack.map(holdSentence)} />}
      {row.airing === null && !row.isDownloaded && row.heldBack.length === 0 && (
        <Typography>La radio n’a pas encore téléchargé le fichier.</Typography>
      )}
    </>
  );
}

function CancelSlot({ slotId, onDone }: { readonly slotId: string; readonly onDone: () => void }) {
  const action = useDeskAction();
  const [isAsking, setIsAsking] = useState(false);
  const cancel = async () => {
    if ((await action.run(`/desk/broadcast/slots/${slotId}/cancel`)) !== null) onDone();
  };
  return (
    <>
      <Button variant="danger-light" onClick={() => setIsAsking(true)}>
        Annuler la diffusion
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        question="Annuler cette diffusion ?"
        description="Elle disparaît de la page de la radio. Si la radio a déjà imprimé sa feuille, prévenez-la par téléphone."
        confirmLabel="Annuler la diffusion"
        isBusy={action.isBusy}
        onConfirm={() => void cancel()}
      >
        <RefusalNotice refusal={action.refusal} />
      </ConfirmDialog>
    </>
  );
}
