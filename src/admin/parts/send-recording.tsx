import { Box, Button, Field, Flex, Modal, Radio, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useMemo, useState } from 'react';

import { isVoicing, readVoicing, type VoicingKind } from '../../domain/audio';
import { PROTECTION_EXPLAINED, voicingRefusalSentence } from '../../wording/witnesses';
import type { SpotOnWire } from '../desk/wire';
import { SoundButton } from './sound-button';
import { SOUND_TYPES } from './sound-types';

type Props = { readonly view: SpotOnWire; readonly onSent: () => void };

/** Sends a spot's sound. Of a protected witness it is asked first whose voice it is. */
export function SendRecording({ view, onSent }: Props) {
  const { spot, versions } = view;
  const [isAsking, setIsAsking] = useState(false);
  // A protected spot keeps what came before: nothing is replaced by what comes next.
  const another = spot.isProtected ? 'Envoyer un autre son' : 'Remplacer le son';
  const words = versions.length > 0 ? another : 'Envoyer le son';
  const label = `${words} du spot ${spot.code}`;
  if (!spot.isProtected) {
    return (
      <SoundButton
        label={words}
        inputLabel={label}
        spotCode={spot.code}
        accept={SOUND_TYPES}
        onSent={onSent}
      />
    );
  }
  return (
    <>
      <Button
        variant="secondary"
        startIcon={<Upload />}
        aria-label={label}
        onClick={() => setIsAsking(true)}
      >
        {words}
      </Button>
      {isAsking && (
        <VoiceDialog
          view={view}
          onClose={() => setIsAsking(false)}
          onSent={() => {
            setIsAsking(false);
            onSent();
          }}
        />
      )}
    </>
  );
}

const CHOICES: readonly {
  readonly kind: VoicingKind;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    kind: 'original',
    label: 'La voix du témoin',
    hint: 'Gardée à part : presque personne ne peut l’écouter, et elle n’est jamais diffusée.',
  },
  {
    kind: 're-voiced',
    label: 'Une voix de remplacement',
    hint: 'Une autre personne relit ses paroles. Une seconde personne l’écoutera avant la diffusion.',
  },
];

function VoiceDialog({ view, onClose, onSent }: Props & { readonly onClose: () => void }) {
  const { code } = view.spot;
  const [kind, setKind] = useState<VoicingKind>('original');
  const [reference, setReference] = useState('');
  const read = useMemo(() => readVoicing(kind, reference), [kind, reference]);
  return (
    <Modal.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>De qui est la voix ?</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography>{PROTECTION_EXPLAINED}</Typography>
            <Radio.Group
              name="voicing"
              value={kind}
              aria-label="De qui est la voix ?"
              onValueChange={(value: string) =>
                setKind(value === 're-voiced' ? 're-voiced' : 'original')
              }
            >
              <Flex direction="column" alignItems="stretch" gap={4}>
                {CHOICES.map((choice) => (
                  <Box key={choice.kind}>
                    <Radio.Item value={choice.kind}>{choice.label}</Radio.Item>
                    <Typography variant="pi" textColor="neutral600" tag="p">
                      {choice.hint}
                    </Typography>
                  </Box>
                ))}
              </Flex>
            </Radio.Group>
            {kind === 're-voiced' && (
              <Field.Root
                name="actorReference"
                required
                hint="Le consentement de la personne qui prête sa voix. Jamais un nom."
              >
                <Field.Label>Numéro de son formulaire</Field.Label>
                <Field.Input
                  value={reference}
                  onChange={({ target }) => setReference(target.value)}
                />
                <Field.Hint />
              </Field.Root>
            )}
            {isVoicing(read) ? (
              <SoundButton
                label="Choisir le fichier"
                inputLabel={`Choisir le fichier du spot ${code}`}
                spotCode={code}
                voicing={read}
                accept={SOUND_TYPES}
                onSent={onSent}
              />
            ) : (
              <Typography textColor="neutral600">{voicingRefusalSentence(read)}</Typography>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            Fermer
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
