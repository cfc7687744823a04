import { Typography } from '@strapi/design-system';

import { StationDelivery } from '../parts/station-delivery';
import type { EditViewPanel } from './panel';

/** Beside a station's fields: its list, what it fetched, and the links of its programs. */
export const StationDeliveryPanel: EditViewPanel = ({ model, documentId, document }) => {
  if (model !== 'api::station.station') return null;
  const code: unknown = document?.['code'];
  return {
    title: 'Livraison des spots',
    content:
      documentId !== undefined && typeof code === 'string' ? (
        <StationDelivery stationCode={code} />
      ) : (
        <Typography>Enregistrez d’abord la fiche de la radio.</Typography>
      ),
  };
};
