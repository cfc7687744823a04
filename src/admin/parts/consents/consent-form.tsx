import { Button, Checkbox, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';

import { CHANNELS, SPEAKERS, type Channel, type Speaker } from '../../../domain/consent';
import { LANGUAGES, type Language } from '../../../domain/shared';
import { SPEAKER_NAMES } from '../../../wording/consent';
import { CHANNEL_NAMES, LANGUAGE_NAMES } from '../../../wording/terms';
import { useDeskAction } from '../../desk/use-desk-action';
import type { ConsentOnWire } from '../../desk/wire';
import { RefusalNotice } from '../notices';
import type { Shown } from './shown';

/** Adds or takes away one of a list of ticks. */
function toggled<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items.filter((each) => each !== item) : [...items, item];
}

/** Records a consent: the number of its form, what it covers, what was read to the person, until when. */
export function ConsentForm({
  shown,
  onRecorded,
}: {
  readonly shown: Shown;
  readonly onRecorded: () => void;
}) {
  const action = useDeskAction();
  const [reference, setReference] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [channels, setChannels] = useState<readonly Channel[]>(shown.channels);
  const [languages, setLanguages] = useState<readonly Language[]>(shown.languages);
  const [isAidIndependent, setIsAidIndependent] = useState(false);
  const [hasChildAgreed, setHasChildAgreed] = useState(false);
  const [hasGuardianAgreed, setHasGuardianAgreed] = useState(false);
  const [speaker, setSpeaker] = useState<Speaker>('witness');
  const [isChildActor, setIsChildActor] = useState(false);
  const voices = speaker === 'witness' ? shown.voices : isChildActor ? 'minor' : 'adult';
  const isMinor = voices === 'minor';

  const record = async (event: FormEvent) => {
    event.preventDefault();
    const recorded = await action.run<ConsentOnWire>('/desk/consents', {
      subject: shown.subject,
      reference,
      speaker,
      voices,
      channels,
      languages,
      isAidIndependent,
      hasChildAgreed,
      hasGuardianAgreed,
      expiresOn,
    });
    if (recorded === null) return;
    setReference('');
    onRecorded();
  };
  return (
    <form onSubmit={(event) => void record(event)}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h3">
          Enregistrer un consentement
        </Typography>
        {shown.hasActor === true && <SpeakerChoice speaker={speaker} onChosen={setSpeaker} />}
        {speaker === 'actor' && (
          <Checkbox
            checked={isChildActor}
            onCheckedChange={(ticked) => setIsChildActor(ticked === true)}
          >
            Cette personne est mineure
          </Checkbox>
        )}
        <Field.Root name="reference" required hint="Par exemple KAY-2026-0042. Jamais un nom.">
          <Field.Label>Numéro du formulaire</Field.Label>
          <Field.Input value={reference} onChange={({ target }) => setReference(target.value)} />
          <Field.Hint />
        </Field.Root>
        <Ticks
          legend="La personne est d’accord pour :"
          all={CHANNELS}
          names={CHANNEL_NAMES}
          ticked={channels}
          onToggle={(channel) => setChannels(toggled(channels, channel))}
        />
        <Ticks
          legend="dans ces langues :"
          all={LANGUAGES}
          names={LANGUAGE_NAMES}
          ticked={languages}
          onToggle={(language) => setLanguages(toggled(languages, language))}
        />
        <Checkbox
          checked={isAidIndependent}
          onCheckedChange={(ticked) => setIsAidIndependent(ticked === true)}
        >
          On lui a lu que l’aide ne dépend pas de sa réponse
        </Checkbox>
        {isMinor && (
          <>
            <Checkbox
              checked={hasChildAgreed}
              onCheckedChange={(ticked) => setHasChildAgreed(ticked === true)}
            >
              L’enfant est d’accord
            </Checkbox>
            <Checkbox
              checked={hasGuardianAgreed}
              onCheckedChange={(ticked) => setHasGuardianAgreed(ticked === true)}
            >
              Son parent ou tuteur est d’accord
            </Checkbox>
            <Typography variant="pi">
              Pour une personne mineure, une seconde personne de l’équipe doit ensuite approuver.
            </Typography>
          </>
        )}
        <Field.Root name="expiresOn" required hint="Cinq ans au plus.">
          <Field.Label>Valable jusqu’au</Field.Label>
          <Field.Input
            type="date"
            value={expiresOn}
            onChange={({ target }) => setExpiresOn(target.value)}
          />
          <Field.Hint />
        </Field.Root>
        <RefusalNotice refusal={action.refusal} onClose={action.forget} />
        <div>
          <Button type="submit" loading={action.isBusy}>
            Enregistrer le consentement
          </Button>
        </div>
      </Flex>
    </form>
  );
}

/** Whose form it is. The actor's number is the one that was given when the recording was sent. */
function SpeakerChoice({
  speaker,
  onChosen,
}: {
  readonly speaker: Speaker;
  readonly onChosen: (speaker: Speaker) => void;
}) {
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Typography tag="legend" fontWeight="semiBold" variant="pi">
        Ce formulaire est signé par :
      </Typography>
      <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={2}>
        <Radio.Group
          name="speaker"
          value={speaker}
          onValueChange={(value: string) => onChosen(value === 'actor' ? 'actor' : 'witness')}
        >
          {SPEAKERS.map((each) => (
            <Radio.Item key={each} value={each}>
              {SPEAKER_NAMES[each]}
            </Radio.Item>
          ))}
        </Radio.Group>
      </Flex>
    </fieldset>
  );
}

function Ticks<Item extends string>({
  legend,
  all,
  names,
  ticked,
  onToggle,
}: {
  readonly legend: string;
  readonly all: readonly Item[];
  readonly names: Readonly<Record<Item, string>>;
  readonly ticked: readonly Item[];
  readonly onToggle: (item: Item) => void;
}) {
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Typography tag="legend" fontWeight="semiBold" variant="pi">
        {legend}
      </Typography>
      <Flex gap={4} wrap="wrap" paddingTop={2}>
        {all.map((item) => (
          <Checkbox
            key={item}
            checked={ticked.includes(item)}
            onCheckedChange={() => onToggle(item)}
          >
            {names[item]}
          </Checkbox>
        ))}
      </Flex>
    </fieldset>
  );
}
