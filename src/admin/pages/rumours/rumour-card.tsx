import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { RumourRisk, RumourState } from '../../../domain/outreach';
import {
  HEARD_ON_NAMES,
  RUMOUR_KIND_NAMES,
  RUMOUR_RISK_NAMES,
  RUMOUR_STATE_NAMES,
} from '../../../wording/rumours';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useMay } from '../../desk/permissions';
import { useDeskAction } from '../../desk/use-desk-action';
import type { RumoursOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { counted, frenchInstant, frenchLongDay } from '../../parts/figures';
import { RefusalNotice } from '../../parts/notices';
import { StateBadge, type Tone } from '../../parts/state-badge';
import { AnswerForm } from './answer-form';
import { Columns } from './columns';
import { emptyHearing, HearingFields, hearingOf } from './hearing-fields';
import { RiskField } from './note-form';

type View = RumoursOnWire['rumours'][number];

const RISK_TONES: Readonly<Record<RumourRisk, Tone>> = {
  high: 'bad',
  medium: 'warning',
  low: 'quiet',
};
const STATE_TONES: Readonly<Record<RumourState, Tone>> = {
  new: 'busy',
  verified: 'warning',
  answered: 'warning',
  aired: 'good',
};

/** One rumour: how bad, how often heard and where, its answer, and what the ledger says of it. */
export function RumourCard({
  view,
  data,
  reload,
}: {
  readonly view: View;
  readonly data: RumoursOnWire;
  readonly reload: () => Promise<void>;
}) {
  const { rumour, state, hearings, lastHeard, zones } = view;
  const [open, setOpen] = useState<'hearing' | 'verify' | 'answer' | null>(null);
  const mayNote = useMay('desk.rumours.note');
  const mayAnswer = useMay('desk.rumours.answer');
  const done = async () => {
    setOpen(null);
    await reload();
  };
  const where = zones.length === 0 ? '' : ` · ${zones.join(', ')}`;
  return (
    <Card
      title={`« ${rumour.text} »`}
      aside={
        <Flex gap={2} wrap="wrap">
          <StateBadge tone={RISK_TONES[rumour.risk]}>{RUMOUR_RISK_NAMES[rumour.risk]}</StateBadge>
          <StateBadge tone={STATE_TONES[state]}>{RUMOUR_STATE_NAMES[state]}</StateBadge>
        </Flex>
      }
    >
      <Typography textColor="neutral600">
        {RUMOUR_KIND_NAMES[rumour.kind]} en {LANGUAGE_NAMES[rumour.language]} · entendue{' '}
        {counted(hearings, 'fois', 'fois')}
        {lastHeard !== null &&
          `, la dernière ${HEARD_ON_NAMES[lastHeard.heardOn].toLowerCase()} ${frenchLongDay(lastHeard.day)}`}
        {where}
      </Typography>
      {rumour.answer !== null && <Answer view={view} />}
      <Flex gap={2} wrap="wrap">
        {mayAnswer && state === 'new' && (
          <Button aria-label={`Vérifier : ${rumour.text}`} onClick={() => setOpen('verify')}>
            Vérifier
          </Button>
        )}
        {mayAnswer && state !== 'new' && (
          <Button
            variant={rumour.answer === null ? 'default' : 'tertiary'}
            aria-label={`${rumour.answer === null ? 'Répondre' : 'Changer la réponse'} : ${rumour.text}`}
            onClick={() => setOpen('answer')}
          >
            {rumour.answer === null ? 'Répondre' : 'Changer la réponse'}
          </Button>
        )}
        {mayNote && (
          <Button
            variant="tertiary"
            aria-label={`Entendue encore : ${rumour.text}`}
            onClick={() => setOpen('hearing')}
          >
            Entendue encore
          </Button>
        )}
      </Flex>
      {open === 'hearing' && <HearAgain id={rumour.id} zones={data.zones} onDone={done} />}
      {open === 'verify' && <Verify view={view} onDone={done} />}
      {open === 'answer' && <AnswerForm view={view} data={data} onDone={done} />}
    </Card>
  );
}

function Answer({ view: { rumour, airings, stations, lastAiredAt } }: { readonly view: View }) {
  if (rumour.answer === null) return null;
  const { text, source, messageCode, spotCode } = rumour.answer;
  const link =
    spotCode !== null
      ? `Le spot ${spotCode} y répond.`
      : messageCode !== null
        ? `Le message ${messageCode} y répond.`
        : 'Aucun message ni spot n’y répond encore à l’antenne.';
  return (
    <Box background="neutral100" padding={3} hasRadius>
      <Typography tag="p" style={{ whiteSpace: 'pre-line' }}>
        {text}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral700">
        Source : {source}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral700">
        {link}{' '}
        {airings === 0 || lastAiredAt === null
          ? 'Aucune diffusion confirmée depuis la réponse.'
          : `${counted(airings, 'diffusion confirmée', 'diffusions confirmées')} sur ${counted(stations, 'radio', 'radios')}, la dernière le ${frenchInstant(lastAiredAt)}.`}
      </Typography>
    </Box>
  );
}

function HearAgain({
  id,
  zones,
  onDone,
}: {
  readonly id: string;
  readonly zones: RumoursOnWire['zones'];
  readonly onDone: () => Promise<void>;
}) {
  const action = useDeskAction();
  const [hearing, setHearing] = useState(emptyHearing);
  const note = async () => {
    const noted = await action.run(`/desk/rumours/${id}/hearings`, hearingOf(hearing));
    if (noted !== null) await onDone();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Columns>
        <HearingFields draft={hearing} zones={zones} onChange={setHearing} />
      </Columns>
      <RefusalNotice refusal={action.refusal} title="Rien n’est noté" onClose={action.forget} />
      <div>
        <Button loading={action.isBusy} onClick={() => void note()}>
          Noter une fois de plus
        </Button>
      </div>
    </Flex>
  );
}

function Verify({
  view: { rumour },
  onDone,
}: {
  readonly view: View;
  readonly onDone: () => Promise<void>;
}) {
  const action = useDeskAction();
  const [risk, setRisk] = useState(rumour.risk);
  const verify = async () => {
    const verified = await action.run(`/desk/rumours/${rumour.id}/verify`, { risk });
    if (verified !== null) await onDone();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Columns>
        <RiskField risk={risk} onChange={setRisk} />
      </Columns>
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
      <div>
        <Button loading={action.isBusy} onClick={() => void verify()}>
          C’est vérifié : cela se dit bien
        </Button>
      </div>
    </Flex>
  );
}
