import { Flex } from '@strapi/design-system';

import type { SpotOnWire } from '../../desk/wire';
import { History } from './history';
import { Holds } from './holds';
import { Master } from './master';
import { RecordingState } from './recording-state';
import { Renditions } from './renditions';
import { fileNameOf } from './under-way';
import { VerdictOfCheck } from './verdict';

/** Where the newest sound of a spot stands: to hear and to see, with the verdict of the check. */
export function NewestSound({ view }: { readonly view: SpotOnWire }) {
  const [newest] = view.versions;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} minWidth={0}>
      <RecordingState view={view} />
      {newest !== undefined && (
        <>
          {/* A new recording is another sound: its player begins anew. */}
          <Master key={newest.id} version={newest} spotCode={view.spot.code} />
          <VerdictOfCheck version={newest} fileName={fileNameOf(view)} />
        </>
      )}
      <Holds holds={view.holds} />
    </Flex>
  );
}

/** What was made of it for the stations, and what was there before. */
export function FilesAndHistory({
  view,
  isSlim = false,
}: {
  readonly view: SpotOnWire;
  readonly isSlim?: boolean;
}) {
  return (
    <Flex direction="column" alignItems="stretch" minWidth={0}>
      <Renditions view={view} isSlim={isSlim} />
      <History view={view} />
    </Flex>
  );
}
