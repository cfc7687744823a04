import { Box, Flex, Typography } from '@strapi/design-system';

import { GRADE_WORDS } from '../../../wording/audio-desk';
import { verdictCard, type VerdictCard } from '../../../wording/verdict-card';
import type { VersionOnWire } from '../../desk/wire';
import { StateBadge, type Tone } from '../../parts/state-badge';

type Grade = keyof typeof GRADE_WORDS;

const LOOK: Readonly<Record<Grade, { readonly tone: Tone; readonly background: string }>> = {
  refused: { tone: 'bad', background: 'danger100' },
  'accepted-with-warnings': { tone: 'warning', background: 'warning100' },
  accepted: { tone: 'good', background: 'success100' },
};

/** What the check says of a recording: the grade, and a card for each reason with its advice. */
export function VerdictOfCheck({
  version,
  fileName,
}: {
  readonly version: VersionOnWire;
  readonly fileName: (code: string) => string;
}) {
  const { verdict } = version;
  if (verdict === null) return null;
  const { name, meaning } = GRADE_WORDS[verdict.grade];
  const { tone, background } = LOOK[verdict.grade];
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap">
        <StateBadge tone={tone}>{`Contrôle du son : ${name.toLowerCase()}`}</StateBadge>
      </Flex>
      <Typography>{meaning}</Typography>
      {verdict.reasons.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {verdict.reasons.map((reason, place) => (
            <Box
              tag="li"
              key={`${reason.kind} ${String(place)}`}
              background={background}
              padding={3}
              hasRadius
            >
              <ReasonCard card={verdictCard(reason, fileName)} />
            </Box>
          ))}
        </Flex>
      )}
    </Flex>
  );
}

function ReasonCard({ card }: { readonly card: VerdictCard }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography fontWeight="bold" textColor="neutral800" tag="p">
        {card.title}
      </Typography>
      <Typography textColor="neutral800" tag="p">
        {card.advice}
      </Typography>
      {card.figures !== null && (
        <Typography variant="pi" textColor="neutral800" tag="p">
          Mesuré : {card.figures.measured} · Attendu : {card.figures.expected}
        </Typography>
      )}
    </Flex>
  );
}
