import { Box, Flex, Loader, Typography } from '@strapi/design-system';

import { clockInZone, isLanguage } from '../../../domain/shared';
import { frenchTime, LANGUAGE_NAMES } from '../../../wording/terms';
import type { Refusal } from '../../desk/refusal';
import type { PreviewOnWire, StationOnWire } from '../../desk/wire';
import { DataTable, type Column } from '../../parts/data-table';
import { counted, frenchLongDay } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';
import { StateBadge } from '../../parts/state-badge';
import { ContractNotice } from './contract-notice';

/** Slots shown of the beginning; the numbers tell the rest. */
const SLOTS_SHOWN = 12;

/** What a flight would plan, and everything in its way: nothing is written yet. */
export function FlightPreview({
  preview,
  refusal,
  isAsking,
  stations,
}: {
  readonly preview: PreviewOnWire | null;
  readonly refusal: Refusal | null;
  readonly isAsking: boolean;
  readonly stations: readonly StationOnWire[];
}) {
  return (
    <Box background="neutral100" hasRadius padding={4} aria-live="polite" aria-busy={isAsking}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" gap={2} wrap="wrap">
          <Typography variant="delta" tag="h3">
            Aperçu
          </Typography>
          {isAsking && <Loader small>Calcul de l’aperçu…</Loader>}
        </Flex>
        <RefusalNotice refusal={refusal} title="Cette vague ne peut pas être planifiée ainsi" />
        {preview === null ? (
          refusal === null && (
            <Typography>
              Remplissez la vague : l’aperçu montre ici ce qui serait prévu, et ce qui s’y oppose.
              Rien n’est écrit avant votre accord.
            </Typography>
          )
        ) : (
          <Shown preview={preview} stations={stations} />
        )}
      </Flex>
    </Box>
  );
}

function changesInWords({ kept, unchanged, added, cancelled, givingWay }: PreviewOnWire): string {
  const parts = [`${counted(added, 'diffusion ajoutée', 'diffusions ajoutées')}`];
  if (unchanged > 0) parts.push(counted(unchanged, 'inchangée', 'inchangées'));
  if (kept > 0) {
    parts.push(
      `${counted(kept, 'gardée', 'gardées')} (déjà chez la radio, passée ou placée à la main)`,
    );
  }
  if (cancelled > 0) parts.push(counted(cancelled, 'annulée', 'annulées'));
  if (givingWay > 0) {
    parts.push(
      `${counted(givingWay, 'diffusion', 'diffusions')} d’une vague de priorité plus basse ${givingWay < 2 ? 'annulée' : 'annulées'}`,
    );
  }
  return `${parts.join(', ')}.`;
}

function Shown({
  preview,
  stations,
}: {
  readonly preview: PreviewOnWire;
  readonly stations: readonly StationOnWire[];
}) {
  const { wanted, planned, conflicts, furtherConflicts, firstSlots, contractNotes } = preview;
  const nameOf = new Map(stations.map(({ code, name }) => [code, name]));
  const zoneOf = new Map(stations.map(({ code, timeZone }) => [code, timeZone]));
  const columns: readonly Column<PreviewOnWire['firstSlots'][number]>[] = [
    { header: 'Jour', cell: ({ airDate }) => frenchLongDay(airDate) },
    {
      header: 'Créneau',
      cell: ({ stationCode, windowStart, windowEnd }) => {
        const zone = zoneOf.get(stationCode) ?? 'UTC';
        const clock = (iso: string) => frenchTime(clockInZone(new Date(iso), zone));
        return `${clock(windowStart)} – ${clock(windowEnd)}`;
      },
    },
    { header: 'Radio', cell: ({ stationCode }) => nameOf.get(stationCode) ?? stationCode },
    {
      header: 'Spot',
      cell: ({ spotCode, language }) => `${spotCode}, ${LANGUAGE_NAMES[language]}`,
    },
  ];
  return (
    <>
      <Flex gap={2} wrap="wrap" alignItems="center">
        <StateBadge tone={planned === wanted ? 'good' : planned === 0 ? 'bad' : 'warning'}>
          {`${planned} sur ${wanted}`}
        </StateBadge>
        <Typography fontWeight="semiBold">
          {counted(planned, 'diffusion prévue', 'diffusions prévues')} sur {wanted} demandées.
        </Typography>
      </Flex>
      <Typography>{changesInWords(preview)}</Typography>
      <Typography>
        Par langue : {tallyInWords(preview.byLanguage, (key) => languageName(key))}. Par radio :{' '}
        {tallyInWords(preview.byStation)}. Par spot : {tallyInWords(preview.bySpot)}.
      </Typography>
      {conflicts.length > 0 && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography variant="delta" tag="h4">
            Ce qui s’y oppose
          </Typography>
          <ul style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
            {conflicts.map(({ sentence }) => (
              <li key={sentence}>
                <Typography>{sentence}</Typography>
              </li>
            ))}
          </ul>
          {furtherConflicts > 0 && (
            <Typography>
              Et {counted(furtherConflicts, 'autre raison', 'autres raisons')}.
            </Typography>
          )}
        </Flex>
      )}
      <ContractNotice sentences={contractNotes} />
      {firstSlots.length > 0 && (
        <DataTable
          caption={
            firstSlots.length > SLOTS_SHOWN
              ? `Les ${SLOTS_SHOWN} premières diffusions`
              : 'Les diffusions'
          }
          columns={columns}
          rows={firstSlots.slice(0, SLOTS_SHOWN)}
          keyOf={({ stationCode, windowStart }) => `${stationCode} ${windowStart}`}
        />
      )}
    </>
  );
}

function languageName(key: string): string {
  return isLanguage(key) ? LANGUAGE_NAMES[key] : key;
}

/** Beyond this many a list of numbers is no longer read. */
const TALLIES_SHOWN = 12;

function tallyInWords(
  tally: Readonly<Record<string, number>>,
  nameOf: (key: string) => string = (key) => key,
): string {
  const entries = Object.entries(tally);
  if (entries.length === 0) return 'aucune';
  const shown = entries.slice(0, TALLIES_SHOWN).map(([key, count]) => `${nameOf(key)} ${count}`);
  const more = entries.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? `, et ${more} autres` : ''}`;
}
