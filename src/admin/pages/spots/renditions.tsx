import { Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';

import type { SpotOnWire } from '../../desk/wire';
import { DataTable, type Column } from '../../parts/data-table';
import { frenchDuration, frenchLevel, frenchSize } from '../../parts/figures';
import { SoundPlayer } from '../../parts/sound-player';

type Row = SpotOnWire['profiles'][number];

const COLUMNS: readonly Column<Row>[] = [
  { header: 'Format', cell: ({ profile }) => profile.name },
  {
    header: 'Radios',
    cell: ({ stationCodes }) => (stationCodes.length === 0 ? 'aucune' : stationCodes.join(', ')),
  },
  {
    header: 'Durée',
    isFigure: true,
    cell: ({ rendition }) => (rendition ? frenchDuration(rendition.durationSeconds) : '–'),
  },
  {
    header: 'Taille',
    isFigure: true,
    cell: ({ rendition }) => (rendition ? frenchSize(rendition.sizeBytes) : '–'),
  },
  {
    header: 'Niveau (LUFS)',
    isFigure: true,
    cell: ({ rendition }) => frenchLevel(rendition?.loudnessLufs ?? null),
  },
  {
    header: 'Écoute',
    cell: ({ rendition, profile }) =>
      rendition === null ? (
        'pas encore préparé'
      ) : (
        <SoundPlayer
          path={`/desk/renditions/${rendition.id}/sound`}
          label={`Écouter le spot ${rendition.spotCode}, ${profile.name}`}
        />
      ),
  },
];

/** The file of a spot in each delivery profile, as measured after it was made. */
export function Renditions({ view }: { readonly view: SpotOnWire }) {
  const isMobile = useIsMobile();
  const made = view.profiles.filter(({ rendition }) => rendition !== null).length;
  return (
    <details open={!isMobile}>
      <summary style={{ cursor: 'pointer', paddingBlock: '1.2rem' }}>
        <Typography fontWeight="semiBold">
          Fichiers pour les radios : {made} sur {view.profiles.length}
        </Typography>
      </summary>
      <DataTable
        caption={`Spot ${view.spot.code}, version ${view.airedVersion ?? '–'}`}
        columns={COLUMNS}
        rows={view.profiles}
        keyOf={({ profile }) => profile.code}
      />
    </details>
  );
}
