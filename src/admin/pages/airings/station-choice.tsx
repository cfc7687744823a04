import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import type { StationOnWire } from '../../desk/wire';

/** Which radio is meant. */
export function StationChoice({
  stations,
  value,
  onChange,
}: {
  readonly stations: readonly StationOnWire[];
  readonly value: string;
  readonly onChange: (stationCode: string) => void;
}) {
  return (
    <Field.Root name="station">
      <Field.Label>Radio</Field.Label>
      <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
        {stations.map(({ code, name }) => (
          <SingleSelectOption key={code} value={code}>
            {name} ({code})
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
