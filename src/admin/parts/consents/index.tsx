import { Button } from '@strapi/design-system';
import { useState } from 'react';

import { useMay } from '../../desk/permissions';
import { ConsentDialog } from './consent-dialog';
import { ofSubject, type Shown } from './shown';

/** The way to the consents of whoever is heard or seen, for those who may record them. */
export function Consents({
  shown,
  reload,
}: {
  readonly shown: Shown;
  readonly reload: () => Promise<void>;
}) {
  const mayRecord = useMay('desk.consents.record');
  const [isOpen, setIsOpen] = useState(false);
  if (!mayRecord) return null;
  return (
    <>
      <Button
        variant="secondary"
        onClick={() => setIsOpen(true)}
        aria-label={`Consentements ${ofSubject(shown.subject)}`}
      >
        Consentements
      </Button>
      {isOpen && (
        <ConsentDialog
          shown={shown}
          onClose={() => {
            setIsOpen(false);
            void reload();
          }}
        />
      )}
    </>
  );
}
