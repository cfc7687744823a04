import { Box, Typography } from '@strapi/design-system';

import { CHANNEL_NAMES } from '../../../wording/terms';
import type { SpotOnWire } from '../../desk/wire';
import { SentenceList } from '../../parts/notices';

/** The doors that are closed to a spot with a real person, each reason told once with the doors it closes. */
export function Holds({ holds: all }: { readonly holds: SpotOnWire['holds'] }) {
  // A recall is told above, in words of its own; consents it leaves as they are.
  const holds = all
    .map(({ sentences, reasons, ...hold }) => {
      const kept = reasons.map(({ kind }) => kind !== 'recalled');
      return {
        ...hold,
        reasons: reasons.filter((_, place) => kept[place]),
        sentences: sentences.filter((_, place) => kept[place]),
      };
    })
    .filter(({ reasons }) => reasons.length > 0);
  if (holds.length === 0) return null;
  const isOffAir = holds.some(({ channel }) => channel === 'radio');
  const doorsOf = new Map<string, string[]>();
  for (const { channel, sentences } of holds) {
    for (const sentence of sentences) {
      doorsOf.set(sentence, [...(doorsOf.get(sentence) ?? []), CHANNEL_NAMES[channel]]);
    }
  }
  return (
    <Box background="warning100" padding={3} hasRadius>
      <Typography fontWeight="semiBold" tag="p">
        {isOffAir
          ? 'Retenu : une personne réelle s’y entend'
          : 'Libre pour la radio, retenu ailleurs'}
      </Typography>
      <Typography tag="div">
        <SentenceList
          sentences={[...doorsOf].map(
            ([sentence, doors]) => `${sentence} (Retenu pour ${doors.join(', ')}.)`,
          )}
        />
      </Typography>
    </Box>
  );
}
