import { Typography } from '@strapi/design-system';

import type { StationOnWire } from '../../desk/wire';

/** Whom to ring at a station. */
export function Telephones({ station }: { readonly station: StationOnWire | undefined }) {
  if (station === undefined || station.contacts.length === 0) {
    return <Typography>Aucun numéro de téléphone n’est noté pour cette radio.</Typography>;
  }
  return (
    <ul>
      {station.contacts.map(({ name, role, telephone }) => (
        <li key={`${name} ${telephone}`}>
          <Typography>
            {name}
            {role === '' ? '' : ` (${role})`} :{' '}
            <a href={`tel:${telephone.replace(/\s/g, '')}`}>{telephone}</a>
          </Typography>
        </li>
      ))}
    </ul>
  );
}
