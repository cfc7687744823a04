import { Box, Typography } from '@strapi/design-system';

import { engineStoppedSentence } from '../../../wording/audio-desk';
import type { SpotOnWire } from '../../desk/wire';

/** Says on the spot why its sound is not being worked on. */
export function EngineNotice({ view }: { readonly view: SpotOnWire }) {
  if (view.engine.kind === 'works') return null;
  return (
    <Box role="status" background="warning100" padding={3} hasRadius>
      <Typography textColor="neutral800">{engineStoppedSentence(view.engine.cause)}</Typography>
    </Box>
  );
}
