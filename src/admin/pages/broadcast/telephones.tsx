import { Typography } from '@strapi/design-system';

import type { StationOnWire } from '../../desk/wire';
import { TelephoneLink } from '../../parts/telephone-link';

/** Whom to ring at a station. */
export function Telephones({
  station,
}: {
  readonly station: Pick<StationOnWire, 'contacts'> | undefined;
}) {
  if (station === undefined || station.contacts.length === 0) {
    return <Typography>Aucun numéro de téléphone n’est noté pour cette radio.</Typography>;
  }
  return (
    <ul>
      {station.contacts.map(({ name, role, telephone }) => (
        <li key={`${name} ${telephone}`}>
          <Typography>
            {name}
            {role === '' ? '' : ` (${role})`} : <TelephoneLink number={telephone} />
          </Typography>
        </li>
      ))}
    </ul>
  );
}
