import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { useState } from 'react';

import { GRADE_WORDS } from '../../../wording/audio-desk';
import { SPOT_VERSION_STATE_NAMES } from '../../../wording/audio';
import type { SpotOnWire, VersionOnWire } from '../../desk/wire';
import { Details } from '../../parts/details';
import { counted, frenchInstant, frenchSize } from '../../parts/figures';
import { StateBadge } from '../../parts/state-badge';
import { Master } from './master';
import { fileNameOf } from './under-way';
import { VerdictOfCheck } from './verdict';

/** The recordings before the newest: who sent them, what the check said, and which one the stations hold. */
export function History({ view }: { readonly view: SpotOnWire }) {
  const [, ...earlier] = view.versions;
  if (earlier.length === 0) return null;
  return (
    <Details
      title={`Historique : ${counted(earlier.length, 'enregistrement précédent', 'enregistrements précédents')}`}
    >
      <Flex tag="ol" reversed direction="column" alignItems="stretch">
        {earlier.map((version) => (
          <Box
            tag="li"
            key={version.id}
            paddingTop={3}
            paddingBottom={3}
            borderColor="neutral200"
            borderStyle="solid"
            borderWidth="1px 0 0 0"
          >
            <Earlier version={version} view={view} />
          </Box>
        ))}
      </Flex>
    </Details>
  );
}

function Earlier({
  version,
  view,
}: {
  readonly version: VersionOnWire;
  readonly view: SpotOnWire;
}) {
  const [isOpen, setOpen] = useState(false);
  const grade = version.verdict === null ? null : GRADE_WORDS[version.verdict.grade].name;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} minWidth={0}>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="semiBold">Enregistrement n° {version.number}</Typography>
        {version.number === view.airedVersion && (
          <StateBadge tone="good">À l’antenne : les radios ont celui-ci</StateBadge>
        )}
      </Flex>
      <Typography>
        Envoyé le {frenchInstant(version.uploadedAt)} par{' '}
        {version.uploaderName ?? 'une personne qui n’est plus ici'} ·{' '}
        {grade ?? SPOT_VERSION_STATE_NAMES[version.state]}
      </Typography>
      {isOpen ? (
        <>
          <Master version={version} spotCode={view.spot.code} startsAtOnce />
          <VerdictOfCheck version={version} fileName={fileNameOf(view)} />
        </>
      ) : (
        <div>
          <Button
            variant="tertiary"
            startIcon={<Play />}
            aria-label={`Écouter et voir : enregistrement n° ${version.number} du spot ${view.spot.code}`}
            onClick={() => setOpen(true)}
          >
            {`Écouter et voir (${frenchSize(version.masterSizeBytes)})`}
          </Button>
        </div>
      )}
    </Flex>
  );
}
