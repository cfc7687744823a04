import { Box, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { RECALL_REASON_NAMES } from '../../../wording/alerts';
import type { SpotOnWire } from '../../desk/wire';
import { frenchInstant } from '../../parts/figures';

/** The spot is pulled: since when, why, and where to see who has not deleted it. */
export function RecallNotice({ view: { recall } }: { readonly view: SpotOnWire }) {
  if (recall === null) return null;
  const reason = recall.recallReason ?? null;
  return (
    <Box background="danger100" padding={3} hasRadius>
      <Typography fontWeight="semiBold" tag="p">
        Retiré des radios et du site depuis le {frenchInstant(recall.createdAt)}
      </Typography>
      <Typography tag="p">
        {reason === null ? '' : `${RECALL_REASON_NAMES[reason]}. `}
        <Link tag={NavLink} to="/yeelen/alertes">
          Voir quelles radios l’ont effacé
        </Link>
      </Typography>
    </Box>
  );
}
