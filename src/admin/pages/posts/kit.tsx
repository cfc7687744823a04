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

/** Where each picture of a part is fetched, and what is done with it. */
const PICTURES = {
  picture: { place: 'image', save: 'Enregistrer l’image', share: 'Partager' },
  status: {
    place: 'statut',
    save: 'Enregistrer l’image pour un statut',
    share: 'Partager en statut',
  },
} as const;
type PictureKind = keyof typeof PICTURES;

function pictureAt(code: string, part: KitPart, kind: PictureKind) {
  const fileName = part.files.find((file) => file.kind === kind)?.fileName;
  const path = `/desk/posts/${code}/kit/${part.language}/${PICTURES[kind].place}`;
  return fileName === undefined ? null : { path, fileName };
}

function Part({ code, part }: { readonly code: string; readonly part: KitPart }) {
  const share = useShare(code, part);
  const file = useSaveFile();
  const language = LANGUAGE_NAMES[part.language];
  const contents = ['texte', ...part.files.map(({ kind }) => KIT_FILE_NAMES[kind])].join(', ');
  const pictures = (['picture', 'status'] as const).flatMap((kind) => {
    const picture = pictureAt(code, part, kind);
    return picture === null ? [] : [{ kind, ...picture }];
  });
  const shared: readonly PictureKind[] =
    pictures.length === 0 ? ['picture'] : pictures.map(({ kind }) => kind);
  return (
    <Box background="neutral100" padding={3} hasRadius>
      <Flex direction="column" alignItems="flex-start" gap={3}>
        <Typography>
          En {language} : {contents}.
        </Typography>
        <Flex gap={2} wrap="wrap">
          {share.isPossible &&
            shared.map((kind) => (
              <Button
                key={kind}
                variant={kind === 'picture' ? 'default' : 'secondary'}
                loading={share.isBusy}
                aria-label={`${PICTURES[kind].share}, publication ${code} en ${language}`}
                onClick={() => void share.run(kind)}
              >
                {PICTURES[kind].share}
              </Button>
            ))}
          {pictures.map(({ kind, path, fileName }) => (
            <Button
              key={kind}
              variant="tertiary"
              startIcon={<Download />}
              loading={file.isBusy}
              aria-label={`${PICTURES[kind].save}, publication ${code} en ${language}`}
              onClick={() => void file.save(path, fileName)}
            >
              {PICTURES[kind].save}
            </Button>
          ))}
        </Flex>
        <RefusalNotice refusal={share.refusal} onClose={share.forget} />
        <RefusalNotice refusal={file.refusal} onClose={file.forget} />
      </Flex>
    </Box>
  );
}

/** The telephone's own "share", where the browser has it: a picture with the approved text. */
function useShare(code: string, part: KitPart) {
  const { get } = useFetchClient();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isPossible = typeof navigator.share === 'function';
  const run = async (kind: PictureKind) => {
    setIsBusy(true);
    setRefusal(null);
    try {
      const words = { text: part.text };
      const files: File[] = [];
      const picture = pictureAt(code, part, kind);
      if (picture !== null) {
        const { data } = await get<Blob>(picture.path, { responseType: 'blob' });
        files.push(new File([data], picture.fileName, { type: data.type }));
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
