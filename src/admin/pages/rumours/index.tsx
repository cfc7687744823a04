import { Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';

import { RUMOUR_RISKS, RUMOUR_STATES } from '../../../domain/outreach';
import { RUMOUR_RISK_NAMES, RUMOUR_STATE_NAMES } from '../../../wording/rumours';
import { useMay } from '../../desk/permissions';
import { useDesk } from '../../desk/use-desk';
import type { RumoursOnWire } from '../../desk/wire';
import { DeskPage } from '../../parts/desk-page';
import { counted } from '../../parts/figures';
import { Arrived, EmptyNotice } from '../../parts/notices';
import { NoteForm } from './note-form';
import { RumourCard } from './rumour-card';

/** What people say and ask, without anybody who said it: verified, answered, aired. */
export default function RumoursPage() {
  return (
    <DeskPage
      title="Rumeurs"
      subtitle="Ce qui se dit et se demande : vérifier, répondre, diffuser. Jamais qui l’a dit."
      action="desk.rumours.read"
    >
      <Rumours />
    </DeskPage>
  );
}

const ALL = 'all';

function Rumours() {
  const desk = useDesk<RumoursOnWire>('/desk/rumours');
  const mayNote = useMay('desk.rumours.note');
  const [isNoting, setIsNoting] = useState(false);
  const [risk, setRisk] = useState<string>(ALL);
  const [state, setState] = useState<string>(ALL);
  return (
    <Arrived desk={desk}>
      {(data) => {
        const shown = data.rumours.filter(
          (view) =>
            (risk === ALL || view.rumour.risk === risk) && (state === ALL || view.state === state),
        );
        const note = mayNote && !isNoting && (
          <div>
            <Button startIcon={<Plus />} onClick={() => setIsNoting(true)}>
              Noter ce qui se dit
            </Button>
          </div>
        );
        const form = isNoting && (
          <NoteForm
            zones={data.zones}
            onClose={() => setIsNoting(false)}
            onNoted={async () => {
              setIsNoting(false);
              await desk.reload();
            }}
          />
        );
        if (data.rumours.length === 0) {
          return (
            <Flex direction="column" alignItems="stretch" gap={4}>
              {form}
              {!isNoting && (
                <EmptyNotice action={note}>
                  Rien n’est encore noté. Quand une rumeur ou une question revient en ligne, à
                  l’antenne ou en rencontre, notez-la ici : sans nom, sans numéro, sans compte.
                </EmptyNotice>
              )}
            </Flex>
          );
        }
        return (
          <Flex direction="column" alignItems="stretch" gap={4}>
            {note}
            {form}
            <Flex gap={3} wrap="wrap">
              <SingleSelect
                aria-label="Montrer un risque"
                value={risk}
                onChange={(value) => setRisk(String(value))}
              >
                <SingleSelectOption value={ALL}>Tous les risques</SingleSelectOption>
                {RUMOUR_RISKS.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {RUMOUR_RISK_NAMES[each]}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <SingleSelect
                aria-label="Montrer un état"
                value={state}
                onChange={(value) => setState(String(value))}
              >
                <SingleSelectOption value={ALL}>Tous les états</SingleSelectOption>
                {RUMOUR_STATES.map((each) => (
                  <SingleSelectOption key={each} value={each}>
                    {RUMOUR_STATE_NAMES[each]}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Flex>
            <Typography role="status">
              {shown.length === 0
                ? 'Aucune ne correspond. Élargissez le choix.'
                : counted(shown.length, 'rumeur ou question', 'rumeurs et questions')}
            </Typography>
            {shown.map((view) => (
              <RumourCard key={view.rumour.id} view={view} data={data} reload={desk.reload} />
            ))}
          </Flex>
        );
      }}
    </Arrived>
  );
}
