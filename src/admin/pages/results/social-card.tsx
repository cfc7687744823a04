import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import { INSIGHT_CAUTIONS } from '../../../wording/insights';
import { socialChart, socialTable } from '../../../web/shared/charts';
import { useSaveFile } from '../../desk/use-save-file';
import type { ResultsOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { ChartFigures, ChartPicture } from '../../parts/chart';
import { RefusalNotice, SentenceList } from '../../parts/notices';
import { SideBySide } from './side-by-side';

/** What the networks say of published posts, each by its own names; nothing of it is added up. */
export function SocialCard({ lines }: { readonly lines: ResultsOnWire['social'] }) {
  const file = useSaveFile();
  return (
    <Card title="Personnes touchées sur les réseaux">
      <SentenceList sentences={INSIGHT_CAUTIONS} />
      {lines.length === 0 ? (
        <ChartPicture svg={socialChart(lines)} />
      ) : (
        <>
          <SideBySide>
            <ChartPicture svg={socialChart(lines)} />
            <ChartFigures table={socialTable(lines)} />
          </SideBySide>
          <div>
            <Button
              variant="secondary"
              startIcon={<Download />}
              loading={file.isBusy}
              onClick={() => void file.save('/desk/results/social.csv', 'reseaux-releves.csv')}
            >
              Chaque relevé (CSV)
            </Button>
          </div>
        </>
      )}
      <RefusalNotice refusal={file.refusal} title="Fichier indisponible" onClose={file.forget} />
    </Card>
  );
}
