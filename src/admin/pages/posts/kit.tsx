import { Alert, Box, Button, Field, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';

import { LONGEST_PLACE } from '../../../domain/social';
import { KIT_FILE_NAMES } from '../../../wording/kit';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useMay } from '../../desk/permissions';
import { refusalOfError, type Refusal } from '../../desk/refusal';
import { useDesk } from '../../desk/use-desk';
import { useDeskAction } from '../../desk/use-desk-action';
import { useSaveFile } from '../../desk/use-save-file';
import type { KitOnWire } from '../../desk/wire';
import { frenchInstant } from '../../parts/figures';
import { Arrived, RefusalNotice, SentenceList } from '../../parts/notices';

/** WhatsApp has no door for programs: what is approved is taken along by hand, and where it was put is written down. */
export function Kit({ code }: { readonly code: string }) {
  const mayShare = useMay('desk.posts.share');
  const [isOpen, setIsOpen] = useState(false);
  if (!mayShare) return null;
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary style={{ cursor: 'pointer', paddingBlock: '1.2rem' }}>
        <Typography fontWeight="semiBold">Publier à la main (WhatsApp)</Typography>
      </summary>
      {isOpen && <Opened code={code} />}
    </details>
  );
}

function Opened({ code }: { readonly code: string }) {
  const desk = useDesk<KitOnWire>(`/desk/posts/${code}/kit`);
  const file = useSaveFile();
  return (
    <Arrived desk={desk}>
      {(kit) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          {kit.isRecalled && kit.marks.length > 0 && (
            <div role="status">
              <Alert variant="warning" title="À supprimer à la main" closeLabel="Fermer">
                La publication est rappelée. Elle est encore là où ces personnes l’ont mise :
                demandez-leur de la supprimer, puis retirez la ligne.
              </Alert>
            </div>
          )}
          <SentenceList sentences={kit.sentences} />
          {kit.languages.map((part) => (
            <Part key={part.language} code={code} part={part} />
          ))}
          {kit.languages.length > 0 && (
            <div>
              <Button
                variant="secondary"
                startIcon={<Download />}
                loading={file.isBusy}
                aria-label={`Tout télécharger (ZIP) de la publication ${code}`}
                onClick={() =>
                  void file.save(`/desk/posts/${code}/kit.zip`, `${code}-whatsapp.zip`)
                }
              >
                Tout télécharger (ZIP)
              </Button>
            </div>
          )}
          <RefusalNotice refusal={file.refusal} onClose={file.forget} />
          <Marks kit={kit} reload={desk.reload} />
          {kit.languages.length > 0 && <MarkForm code={code} reload={desk.reload} />}
        </Flex>
      )}
    </Arrived>
  );
}

type KitPart = KitOnWire['languages'][number];

function Part({ code, part }: { readonly code: string; readonly part: KitPart }) {
  const share = useShare(code, part);
  const contents = ['texte', ...part.files.map((kind) => KIT_FILE_NAMES[kind])].join(', ');
  return (
    <Box background="neutral100" padding={3} hasRadius>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography>
          En {LANGUAGE_NAMES[part.language]} : {contents}.
        </Typography>
        {share.isPossible && (
          <Button
            loading={share.isBusy}
            aria-label={`Partager la publication ${code} en ${LANGUAGE_NAMES[part.language]}`}
            onClick={() => void share.run()}
          >
            Partager
          </Button>
        )}
        <RefusalNotice refusal={share.refusal} onClose={share.forget} />
      </Flex>
    </Box>
  );
}

/** The telephone's own "share", where the browser has it: the picture with the approved text. */
function useShare(code: string, part: KitPart) {
  const { get } = useFetchClient();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isPossible = typeof navigator.share === 'function';
  const run = async () => {
    setIsBusy(true);
    setRefusal(null);
    try {
      const words = { text: part.text };
      const files: File[] = [];
      if (part.files.includes('picture')) {
        const path = `/desk/posts/${code}/kit/${part.language}/image`;
        const { data } = await get<Blob>(path, { responseType: 'blob' });
        files.push(new File([data], `${code}-${part.language}.png`, { type: data.type }));
      }
      const withPicture = { ...words, files };
      const takesFiles = files.length > 0 && navigator.canShare?.(withPicture);
      await navigator.share(takesFiles ? withPicture : words);
    } catch (error) {
      // Somebody who closes the sheet has not failed.
      const isClosed = error instanceof DOMException && error.name === 'AbortError';
      if (!isClosed) setRefusal(refusalOfError(error));
    } finally {
      setIsBusy(false);
    }
  };
  return { isPossible, isBusy, refusal, run, forget: () => setRefusal(null) };
}

function Marks({
  kit: { marks },
  reload,
}: {
  readonly kit: KitOnWire;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  if (marks.length === 0) return null;
  const undo = async (id: string) => {
    if ((await action.run(`/desk/marks/${id}/undo`)) !== null) await reload();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography fontWeight="semiBold">Publiée à la main</Typography>
      <ul>
        {marks.map(({ id, place, at, personName }) => (
          <li key={id}>
            <Flex gap={2} wrap="wrap" alignItems="center">
              <Typography>
                « {place} », le {frenchInstant(at)}, par{' '}
                {personName === '' ? 'une personne qui n’est plus au bureau' : personName}
              </Typography>
              <Button
                size="S"
                variant="tertiary"
                loading={action.isBusy}
                aria-label={`Retirer la ligne « ${place} »`}
                onClick={() => void undo(id)}
              >
                Retirer
              </Button>
            </Flex>
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={action.refusal} onClose={action.forget} />
    </Flex>
  );
}

function MarkForm({
  code,
  reload,
}: {
  readonly code: string;
  readonly reload: () => Promise<void>;
}) {
  const action = useDeskAction();
  const [place, setPlace] = useState('');
  const mark = async (event: FormEvent) => {
    event.preventDefault();
    if ((await action.run(`/desk/posts/${code}/marks`, { place })) === null) return;
    setPlace('');
    await reload();
  };
  return (
    <form onSubmit={(event) => void mark(event)}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Field.Root
          name={`place-${code}`}
          required
          hint="Le nom de la chaîne ou du groupe, comme il s’affiche. Votre nom et l’heure sont notés avec."
        >
          <Field.Label>Publiée sur</Field.Label>
          <Field.Input
            value={place}
            maxLength={LONGEST_PLACE}
            placeholder="Chaîne « Partir informé » (exemple)"
            onChange={({ target }) => setPlace(target.value)}
          />
          <Field.Hint />
        </Field.Root>
        <RefusalNotice refusal={action.refusal} title="Rien n’est noté" onClose={action.forget} />
        <div>
          <Button type="submit" variant="secondary" loading={action.isBusy}>
            Noter comme publiée à la main
          </Button>
        </div>
      </Flex>
    </form>
  );
}
