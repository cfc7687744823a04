import { Alert, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';

import { MISSED_REASONS } from '../../../domain/broadcast';
import { clockInZone } from '../../../domain/shared';
import { MISSED_REASON_NAMES } from '../../../wording/broadcast';
import { frenchTime } from '../../../wording/terms';
import { newKey } from '../../desk/new-key';
import { useMay } from '../../desk/permissions';
import { useDeskAction } from '../../desk/use-desk-action';
import type { DayConfirmedOnWire, DayLineOnWire, DayOnWire } from '../../desk/wire-airings';
import { DataTable, type Column } from '../../parts/data-table';
import { FileButton } from '../../parts/file-button';
import { RefusalNotice } from '../../parts/notices';
import { StateBadge } from '../../parts/state-badge';
import { lineState } from './line-state';

/** Everything was aired but the lines that get a reason: one call, one button. */
export function DayForm({
  day,
  path,
  onRecorded,
}: {
  readonly day: DayOnWire;
  readonly path: string;
  readonly onRecorded: () => void;
}) {
  const mayConfirm = useMay('desk.broadcast.confirm');
  const action = useDeskAction();
  const [key, setKey] = useState(() => newKey());
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [done, setDone] = useState<string | null>(null);
  const clock = (iso: string) => frenchTime(clockInZone(new Date(iso), day.timeZone));
  const exceptions = Object.entries(reasons)
    .filter(([, reason]) => reason !== '')
    .map(([slotId, missedReason]) => ({ slotId, missedReason }));
  const waiting = day.lines.filter(
    (line) =>
      line.airing === null && line.isOver && !line.isSuspended && !(reasons[line.slotId] ?? ''),
  ).length;

  const record = async () => {
    const recorded = await action.run<DayConfirmedOnWire>(`${path}/confirmation`, {
      idempotencyKey: key,
      exceptions,
    });
    if (recorded === null) return;
    const missed =
      exceptions.length === 0
        ? ''
        : ` ${exceptions.length} ${exceptions.length === 1 ? 'ligne notée « pas diffusé ».' : 'lignes notées « pas diffusé ».'}`;
    setDone(`${recorded.sentence}${missed}`);
    setReasons({});
    setKey(newKey());
    onRecorded();
  };

  const columns: readonly Column<DayLineOnWire>[] = [
    { header: 'Ligne', cell: ({ number }) => String(number) },
    {
      header: 'Heure',
      cell: ({ windowStart, windowEnd }) => `${clock(windowStart)} – ${clock(windowEnd)}`,
    },
    {
      header: 'Spot',
      cell: ({ spotCode, title }) => `${spotCode} ${title ?? '(supprimé depuis)'}`,
    },
    {
      header: 'Ce que l’on sait',
      cell: (line) => {
        const { words, tone } = lineState(line, clock);
        return <StateBadge tone={tone}>{words}</StateBadge>;
      },
    },
    ...(mayConfirm
      ? [
          {
            header: 'Au téléphone',
            cell: (line: DayLineOnWire) => (
              <Exception
                line={line}
                value={reasons[line.slotId] ?? ''}
                onChange={(reason) => setReasons({ ...reasons, [line.slotId]: reason })}
                onAttached={onRecorded}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <DataTable
        caption="Les lignes de la feuille du jour"
        columns={columns}
        rows={day.lines}
        keyOf={({ slotId }) => slotId}
      />
      {done !== null && (
        <div role="status">
          <Alert variant="success" closeLabel="Fermer" onClose={() => setDone(null)}>
            {done}
          </Alert>
        </div>
      )}
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
      {mayConfirm && (
        <div>
          <Button
            loading={action.isBusy}
            disabled={waiting + exceptions.length === 0}
            onClick={() => void record()}
          >
            {exceptions.length === 0
              ? `Tout a été diffusé (${waiting})`
              : `Noter la journée : ${waiting} diffusé, ${exceptions.length} pas diffusé`}
          </Button>
        </div>
      )}
    </Flex>
  );
}

/** Why a line was not aired; or, once it was, the recording that proves it. */
function Exception({
  line,
  value,
  onChange,
  onAttached,
}: {
  readonly line: DayLineOnWire;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly onAttached: () => void;
}) {
  if (!line.isBegun) return <span>Pas encore commencé</span>;
  const { airing } = line;
  if (airing !== null) {
    const isOpen = airing.outcome !== 'missed' && airing.evidence !== 'recording';
    return isOpen && !line.isSuspended ? (
      <FileButton
        label="Joindre un enregistrement"
        inputLabel={`Joindre un enregistrement à la ligne ${line.number}`}
        accept="audio/*,.amr,.m4a"
        path={`/desk/broadcast/slots/${line.slotId}/recording`}
        onSent={onAttached}
      />
    ) : (
      <span>–</span>
    );
  }
  return (
    <SingleSelect
      aria-label={`Ligne ${line.number} : pas diffusé, pourquoi`}
      placeholder={line.isSuspended ? 'Suspendu' : 'Diffusé'}
      value={value === '' ? null : value}
      onClear={() => onChange('')}
      onChange={(chosen) => onChange(String(chosen))}
    >
      {MISSED_REASONS.map((reason) => (
        <SingleSelectOption key={reason} value={reason}>
          {`Pas diffusé : ${MISSED_REASON_NAMES[reason].toLowerCase()}`}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}
