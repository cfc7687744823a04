import { Button, Dialog, Flex } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** Asks before something that cannot be undone by the same button. */
export function ConfirmDialog({
  isOpen,
  onOpenChange,
  question,
  description,
  confirmLabel,
  isBusy,
  onConfirm,
  children,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly question: string;
  /** What will happen. */
  readonly description: string;
  readonly confirmLabel: string;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  /** A refusal, below the description. */
  readonly children?: ReactNode;
}) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Content>
        <Dialog.Header>{question}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" gap={3}>
            <Dialog.Description>{description}</Dialog.Description>
            {children}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              Garder
            </Button>
          </Dialog.Cancel>
          <Button variant="danger-light" fullWidth loading={isBusy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
