import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';

import { useMay } from '../../desk/permissions';
import { useDeskAction } from '../../desk/use-desk-action';
import type { SpotOnWire } from '../../desk/wire';
import { RefusalNotice } from '../../parts/notices';
import { canBePreparedAgain } from './under-way';

/** Asks once more for files that failed or were held back. */
export function PrepareAgain({
  view,
  reload,
}: {
  readonly view: SpotOnWire;
  readonly reload: () => Promise<void>;
}) {
  const mayAsk = useMay('desk.spots.prepare-again');
  const { run, isBusy, refusal, forget } = useDeskAction();
  if (!mayAsk || !canBePreparedAgain(view)) return null;
  const ask = async () => {
    await run(`/desk/spots/${view.spot.code}/prepare-again`);
    await reload();
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Button
        variant="secondary"
        startIcon={<ArrowClockwise />}
        loading={isBusy}
        aria-label={`Préparer de nouveau les fichiers du spot ${view.spot.code}`}
        onClick={() => void ask()}
      >
        Préparer de nouveau
      </Button>
      <RefusalNotice refusal={refusal} onClose={forget} />
    </Flex>
  );
}
