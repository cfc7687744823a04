import { Flex, Typography } from '@strapi/design-system';

import { FIGURE_KINDS } from '../../../domain/results';
import {
  FIGURE_KIND_MEANINGS,
  FIGURE_KIND_NAMES,
  indicatorProblemSentence,
} from '../../../wording/results';
import { progressChart, progressTable } from '../../../web/shared/charts';
import { useDesk } from '../../desk/use-desk';
import type { ResultsOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { ChartFigures, ChartPicture } from '../../parts/chart';
import { DeskPage } from '../../parts/desk-page';
import { counted, frenchInstant } from '../../parts/figures';
import { Arrived, SentenceList } from '../../parts/notices';
import { Counts } from './counts';
import { MadeAware } from './made-aware';
import { ReachCard } from './reach-card';
import { SideBySide } from './side-by-side';
import { SocialCard } from './social-card';

/** Progress against the targets and the reach, each with its picture, its table and what it was made from. */
export default function ResultsPage() {
  return (
    <DeskPage
      title="Résultats"
      subtitle="Ce que la campagne a fait, ce qu’elle visait, et comment chaque chiffre est obtenu."
      action="desk.results.read"
    >
      <Results />
    </DeskPage>
  );
}

function Results() {
  const desk = useDesk<ResultsOnWire>('/desk/results');
  return (
    <Arrived desk={desk}>
      {(results) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <HowToRead results={results} />
          <Progress results={results} />
          <ReachCard reach={results.reach} />
          <SocialCard lines={results.social} />
          <MadeAware madeAware={results.madeAware} />
          <Counts results={results} />
        </Flex>
      )}
    </Arrived>
  );
}

function HowToRead({ results }: { readonly results: ResultsOnWire }) {
  const { gatherings, airings } = results.outsideCampaignDates;
  return (
    <Card title={results.campaign.name}>
      <Typography>
        Les chiffres sont de trois natures, qui ne s’additionnent jamais entre elles :
      </Typography>
      <SentenceList
        sentences={FIGURE_KINDS.map(
          (kind) => `${FIGURE_KIND_NAMES[kind]} : ${FIGURE_KIND_MEANINGS[kind]}`,
        )}
      />
      {results.containsExamples && (
        <Typography fontWeight="semiBold">
          Une partie de ces chiffres vient de données d’exemple, à remplacer par les vôtres.
        </Typography>
      )}
      {gatherings + airings > 0 && (
        <Typography>
          Comptés bien que hors des dates de la campagne :{' '}
          {counted(gatherings, 'rencontre', 'rencontres')} et{' '}
          {counted(airings, 'diffusion', 'diffusions')}.
        </Typography>
      )}
      <Typography variant="pi" textColor="neutral600">
        Chiffres lus le {frenchInstant(results.readAt)}.
      </Typography>
    </Card>
  );
}

function Progress({ results: { indicators, problems } }: { readonly results: ResultsOnWire }) {
  const nameOf = (code: string) => indicators.find((each) => each.code === code)?.name ?? code;
  return (
    <Card title="Avancement vers les cibles">
      <SideBySide>
        <ChartPicture svg={progressChart(indicators)} />
        <ChartFigures table={progressTable(indicators)} />
      </SideBySide>
      {problems.length > 0 && (
        <>
          <Typography variant="delta" tag="h3">
            À vérifier
          </Typography>
          <SentenceList
            sentences={problems.map((problem) => indicatorProblemSentence(problem, nameOf))}
          />
        </>
      )}
    </Card>
  );
}
