import { Button, Flex, Typography } from '@strapi/design-system';

import { clockInZone, dayInZone } from '../../../domain/shared';
import { AS_RUN_MATCH_NAMES } from '../../../wording/airings';
import { frenchDay, frenchTime } from '../../../wording/terms';
import type { AsRunLineOnWire, AsRunPreviewOnWire } from '../../desk/wire-airings';
import { DataTable, type Column } from '../../parts/data-table';
import { counted } from '../../parts/figures';
import { StateBadge, type Tone } from '../../parts/state-badge';

const TONES: Readonly<Record<AsRunLineOnWire['kind'], Tone>> = {
  confirms: 'good',
  strengthens: 'good',
  unplanned: 'busy',
  known: 'quiet',
  contradicts: 'bad',
  unmatched: 'warning',
};

/** The order in which a person wants to see them: what is written, what asks for a call, what has no effect. */
const ORDER: readonly AsRunLineOnWire['kind'][] = [
  'contradicts',
  'confirms',
  'strengthens',
  'unplanned',
  'unmatched',
  'known',
];

/** What each line of a log would do, before anything is written. */
export function AsRunPreview({
  preview,
  isBusy,
  onWrite,
  onDrop,
}: {
  readonly preview: AsRunPreviewOnWire;
  readonly isBusy: boolean;
  readonly onWrite: () => void;
  readonly onDrop: () => void;
}) {
  const { counts, timeZone } = preview;
  const writes = counts.confirms + counts.strengthens + counts.unplanned;
  const moment = (iso: string) => {
    const at = new Date(iso);
    return `${frenchDay(dayInZone(at, timeZone))}, ${frenchTime(clockInZone(at, timeZone))}`;
  };
  const clock = (iso: string) => frenchTime(clockInZone(new Date(iso), timeZone));
  const columns: readonly Column<AsRunLineOnWire>[] = [
    {
      header: 'Effet',
      cell: ({ kind, sentence }) => (
        <StateBadge tone={TONES[kind]}>{sentence ?? AS_RUN_MATCH_NAMES[kind]}</StateBadge>
      ),
    },
    { header: 'Spot', cell: ({ spotCode }) => spotCode ?? '–' },
    { header: 'À l’antenne', cell: ({ at }) => (at === null ? '–' : moment(at)) },
    {
      header: 'Créneau',
      cell: ({ windowStart, windowEnd }) =>
        windowStart === null || windowEnd === null
          ? '–'
          : `${clock(windowStart)} – ${clock(windowEnd)}`,
    },
    { header: 'Ligne du relevé', cell: ({ lineNumber, text }) => `${lineNumber} : ${text}` },
  ];
  const sorted = [...preview.lines].sort(
    (left, right) =>
      ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind) || left.lineNumber - right.lineNumber,
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ul style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
        {ORDER.filter((kind) => counts[kind] > 0).map((kind) => (
          <li key={kind}>
            <Typography>
              {AS_RUN_MATCH_NAMES[kind]} : <strong>{counts[kind]}</strong>
            </Typography>
          </li>
        ))}
        {counts.music > 0 && (
          <li>
            <Typography>
              Sans code de spot (musique, émissions) : <strong>{counts.music}</strong>
            </Typography>
          </li>
        )}
      </ul>
      {sorted.length > 0 && (
        <DataTable
          caption="Les lignes qui portent un code de spot"
          columns={columns}
          rows={sorted}
          keyOf={({ lineNumber }) => String(lineNumber)}
        />
      )}
      {preview.linesLeftOut > 0 && (
        <Typography>
          {counted(preview.linesLeftOut, 'autre ligne', 'autres lignes')} du même relevé, comptées
          ci-dessus.
        </Typography>
      )}
      {preview.withoutCode.length > 0 && (
        <details>
          <summary style={{ fontSize: '1.4rem', paddingBlock: '1.2rem', cursor: 'pointer' }}>
            Voir des lignes sans code
          </summary>
          <ul style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
            {preview.withoutCode.map(({ lineNumber, text }) => (
              <li key={lineNumber}>
                <Typography>
                  {lineNumber} : {text}
                </Typography>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Flex gap={2} wrap="wrap">
        <Button loading={isBusy} disabled={writes === 0} onClick={onWrite}>
          {writes === 0
            ? 'Rien à écrire'
            : `Écrire ${counted(writes, 'diffusion', 'diffusions')} dans le registre`}
        </Button>
        <Button variant="tertiary" onClick={onDrop}>
          Abandonner
        </Button>
      </Flex>
    </Flex>
  );
}
