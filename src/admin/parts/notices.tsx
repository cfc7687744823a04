import { Alert, Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { DeskData } from '../desk/use-desk';
import type { Refusal } from '../desk/refusal';

/** Why something was refused, one sentence a line, where it was asked. */
export function RefusalNotice({
  refusal,
  title = 'Ce n’est pas possible',
  onClose,
}: {
  readonly refusal: Refusal | null;
  readonly title?: string;
  readonly onClose?: () => void;
}) {
  if (refusal === null) return null;
  return (
    <div role="alert">
      <Alert variant="danger" closeLabel="Fermer" {...(onClose === undefined ? {} : { onClose })}>
        <Typography fontWeight="bold" tag="p">
          {title}
        </Typography>
        <SentenceList sentences={refusal.sentences} />
      </Alert>
    </div>
  );
}

/** Sentences as a list when there are several. */
export function SentenceList({ sentences }: { readonly sentences: readonly string[] }) {
  const [first] = sentences;
  if (first === undefined) return null;
  if (sentences.length === 1) return <Typography>{first}</Typography>;
  return (
    <ul style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Typography>{sentence}</Typography>
        </li>
      ))}
    </ul>
  );
}

/** Nothing is here yet: says so, and what to do about it. */
export function EmptyNotice({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex direction="column" alignItems="flex-start" gap={4}>
        <Typography>{children}</Typography>
        {action}
      </Flex>
    </Box>
  );
}

/**
 * Shows what arrived, or that it is on its way, or why it did not come. What is on screen stays when a later reading
 * fails: an old table is better than none.
 */
export function Arrived<Data>({
  desk,
  children,
}: {
  readonly desk: DeskData<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  const retry = (
    <Button variant="secondary" onClick={() => void desk.reload()}>
      Réessayer
    </Button>
  );
  if (desk.data === null && desk.refusal === null) {
    return (
      <Flex justifyContent="center" padding={8}>
        <Loader>Chargement…</Loader>
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {desk.refusal !== null && (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <RefusalNotice refusal={desk.refusal} title="Chargement interrompu" />
          <div>{retry}</div>
        </Flex>
      )}
      {desk.data === null ? null : children(desk.data)}
    </Flex>
  );
}
