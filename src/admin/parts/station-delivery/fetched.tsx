import { Flex, Typography } from '@strapi/design-system';

import { FETCH_KIND_NAMES, RECEIPT_DOOR_NAMES } from '../../../wording/bundle';
import type { StationDeliveryOnWire } from '../../desk/wire';
import { moment, size } from './moment';

/** The list of the station, how much of it is there, and the last fetches. */
export function Fetched({ delivery }: { readonly delivery: StationDeliveryOnWire }) {
  const { files, receipts, timeZone, version, frozenAt, totalBytes } = delivery;
  const held = files.filter(({ isHeld }) => isHeld).length;
  const missing = files.filter(({ isHeld }) => !isHeld);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} minWidth={0}>
      <div>
        <Typography fontWeight="bold" tag="p">
          Liste {version}, du {moment(frozenAt, timeZone)}
        </Typography>
        <Typography tag="p">
          {files.length === 0
            ? 'Aucun son à diffuser dans les huit jours.'
            : `${held} ${held > 1 ? 'sons reçus' : 'son reçu'} sur ${files.length} (${size(totalBytes)} en tout).`}
        </Typography>
      </div>
      {missing.length > 0 && (
        <details>
          <summary>
            <Typography>
              {missing.length} {missing.length > 1 ? 'sons manquent' : 'son manque'} encore
            </Typography>
          </summary>
          <ul>
            {missing.map((file) => (
              <li key={file.fileName}>
                <Typography variant="pi">
                  {file.isUrgent ? 'Urgent : ' : ''}
                  {file.spotCode} {file.title} ({size(file.sizeBytes)})
                </Typography>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>
          <Typography>Derniers téléchargements</Typography>
        </summary>
        {receipts.length === 0 ? (
          <Typography variant="pi">Aucun pour le moment.</Typography>
        ) : (
          <ul>
            {receipts.map((receipt) => (
              <li key={receipt.id}>
                <Typography variant="pi">
                  {moment(receipt.at, timeZone)} : spot {receipt.spotCode},{' '}
                  {FETCH_KIND_NAMES[receipt.kind]} ({size(receipt.sentBytes)} sur{' '}
                  {size(receipt.sizeBytes)}), par {RECEIPT_DOOR_NAMES[receipt.door ?? 'page']}
                </Typography>
              </li>
            ))}
          </ul>
        )}
      </details>
    </Flex>
  );
}
