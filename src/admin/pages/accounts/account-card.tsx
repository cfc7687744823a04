import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import { OWNER_UNKNOWN } from '../../../wording/accounts';
import { NETWORK_NAMES } from '../../../wording/social';
import { useDeskAction } from '../../desk/use-desk-action';
import type { AccountOnWire, AccountsOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { Details } from '../../parts/details';
import { frenchInstant } from '../../parts/figures';
import { HiddenWords } from '../../parts/hidden-words';
import { RefusalNotice } from '../../parts/notices';
import { StateBadge, type Tone } from '../../parts/state-badge';
import { CapForm } from './cap-form';
import { ConnectForm } from './connect-form';
import { PeopleForm } from './people-form';

const SHEETS = '/content-manager/collection-types/api::social-account.social-account';

type Hold = NonNullable<AccountOnWire['hold']>;

const HELD: Readonly<Record<Hold['kind'], readonly [Tone, string]>> = {
  'account-gone': ['bad', 'Introuvable'],
  'paused-in-sheet': ['quiet', 'En pause'],
  'not-connected': ['warning', 'À connecter'],
  paused: ['warning', 'Attend'],
  'cap-reached': ['warning', 'Plafond atteint'],
};

function badgeOf({ hold }: AccountOnWire): readonly [Tone, string] {
  if (hold === null) return ['good', 'Prêt'];
  if (hold.kind !== 'paused') return HELD[hold.kind];
  if (hold.reason === 'connection-broken') return ['bad', 'À reconnecter'];
  return hold.reason === 'by-a-person' ? ['quiet', 'En pause'] : HELD.paused;
}

/** One account: whether it can post and why not, its last look, and what a manager may do about it. */
export function AccountCard({
  view,
  canConnect,
  everybody,
  reload,
}: {
  readonly view: AccountOnWire;
  readonly canConnect: boolean;
  readonly everybody: AccountsOnWire['everybody'];
  readonly reload: () => Promise<void>;
}) {
  const { account, people, needsSecrets, connectedAt } = view;
  const [tone, state] = badgeOf(view);
  const names = people.map(({ name }) => name).join(', ');
  return (
    <Card title={account.name} aside={<StateBadge tone={tone}>{state}</StateBadge>}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography>
          {account.code}, {NETWORK_NAMES[account.network]}. Appartient à : {account.owner}.
        </Typography>
        {!view.isOwnedByPartner && (
          <Box background="warning100" padding={3} hasRadius>
            <Typography>
              {OWNER_UNKNOWN}{' '}
              <Link tag={NavLink} to={`${SHEETS}/${account.documentId}`}>
                Ouvrir la fiche<HiddenWords> du compte {account.name}</HiddenWords>
              </Link>
            </Typography>
          </Box>
        )}
        {view.holdSentence !== null && (
          <Typography fontWeight="semiBold">{view.holdSentence}</Typography>
        )}
        <LastLook view={view} />
        <Typography>
          Y publient : {names === '' ? 'toutes les personnes qui peuvent approuver' : names}.
        </Typography>
      </Flex>
      <Buttons view={view} reload={reload} />
      {needsSecrets && (
        <Details
          title={connectedAt === null ? 'Connecter ce compte' : 'Changer ou retirer l’accès'}
          isOpen={connectedAt === null}
        >
          <ConnectForm view={view} canConnect={canConnect} reload={reload} />
        </Details>
      )}
      <Details title="Qui publie sur ce compte">
        <PeopleForm view={view} everybody={everybody} reload={reload} />
      </Details>
      {account.network === 'x' && (
        <Details title="Coût et plafond du mois" isOpen>
          <CapForm view={view} reload={reload} />
        </Details>
      )}
    </Card>
  );
}

function LastLook({ view }: { readonly view: AccountOnWire }) {
  const { report, checkedAt, pause } = view.state;
  const words =
    pause !== null && pause.words !== ''
      ? pause.words
      : report !== null && 'words' in report
        ? report.words
        : '';
  return (
    <>
      {checkedAt !== null && (
        <Typography>
          Vérifié le {frenchInstant(checkedAt)}. {view.reportSentence}
        </Typography>
      )}
      {words !== '' && <Typography>Réponse du réseau : « {words} »</Typography>}
    </>
  );
}

function Buttons({
  view,
  reload,
}: {
  readonly view: AccountOnWire;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const { code, name } = view.account;
  const press = async (deed: 'check' | 'pause' | 'resume') => {
    if ((await action.run(`/desk/accounts/${code}/${deed}`)) !== null) await reload();
  };
  const isPaused = view.hold?.kind === 'paused';
  const mayCheck = !view.needsSecrets || view.connectedAt !== null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap">
        {mayCheck && (
          <Button
            variant="secondary"
            loading={action.isBusy}
            aria-label={`Vérifier maintenant le compte ${name}`}
            onClick={() => void press('check')}
          >
            Vérifier maintenant
          </Button>
        )}
        <Button
          variant={isPaused ? 'default' : 'tertiary'}
          loading={action.isBusy}
          aria-label={`${isPaused ? 'Reprendre' : 'Mettre en pause'} le compte ${name}`}
          onClick={() => void press(isPaused ? 'resume' : 'pause')}
        >
          {isPaused ? 'Reprendre' : 'Mettre en pause'}
        </Button>
      </Flex>
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
    </Flex>
  );
}
