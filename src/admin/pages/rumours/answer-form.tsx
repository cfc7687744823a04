import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
} from '@strapi/design-system';
import { useState, type FormEvent } from 'react';

import { LONGEST_ANSWER, LONGEST_SOURCE } from '../../../domain/outreach';
import { useDeskAction } from '../../desk/use-desk-action';
import type { RumoursOnWire } from '../../desk/wire';
import { RefusalNotice } from '../../parts/notices';
import { Columns } from './columns';

const NONE = 'none';

/** The checked answer, where its facts come from, and what says it on the air. */
export function AnswerForm({
  view: { rumour },
  data: { messages, spots },
  onDone,
}: {
  readonly view: RumoursOnWire['rumours'][number];
  readonly data: RumoursOnWire;
  readonly onDone: () => Promise<void>;
}) {
  const action = useDeskAction();
  const [text, setText] = useState(rumour.answer?.text ?? '');
  const [source, setSource] = useState(rumour.answer?.source ?? '');
  const [messageCode, setMessageCode] = useState(rumour.answer?.messageCode ?? NONE);
  const [spotCode, setSpotCode] = useState(rumour.answer?.spotCode ?? NONE);

  const give = async (event: FormEvent) => {
    event.preventDefault();
    const answered = await action.run(`/desk/rumours/${rumour.id}/answer`, {
      text,
      source,
      messageCode: messageCode === NONE ? null : messageCode,
      spotCode: spotCode === NONE ? null : spotCode,
    });
    if (answered !== null) await onDone();
  };
  return (
    <form onSubmit={(event) => void give(event)}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Field.Root
          name="answer"
          required
          hint="Ce qui est vrai, en mots simples. Le numéro d’appel de la campagne peut y être."
        >
          <Field.Label>La réponse</Field.Label>
          <Textarea
            value={text}
            maxLength={LONGEST_ANSWER}
            onChange={({ target }) => setText(target.value)}
          />
          <Field.Hint />
        </Field.Root>
        <Field.Root
          name="source"
          required
          hint="Un texte officiel, un service, une date. Jamais le nom d’une personne."
        >
          <Field.Label>La source</Field.Label>
          <Field.Input
            value={source}
            maxLength={LONGEST_SOURCE}
            onChange={({ target }) => setSource(target.value)}
          />
          <Field.Hint />
        </Field.Root>
        <Columns>
          <Field.Root name="message" hint="Tous ses spots comptent.">
            <Field.Label>Message qui y répond</Field.Label>
            <SingleSelect value={messageCode} onChange={(value) => setMessageCode(String(value))}>
              <SingleSelectOption value={NONE}>Aucun pour le moment</SingleSelectOption>
              {messages.map(({ code, title }) => (
                <SingleSelectOption key={code} value={code}>
                  {`${code} · ${title}`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
          <Field.Root name="spot" hint="S’il y en a un, lui seul compte.">
            <Field.Label>Spot qui y répond</Field.Label>
            <SingleSelect value={spotCode} onChange={(value) => setSpotCode(String(value))}>
              <SingleSelectOption value={NONE}>Aucun en particulier</SingleSelectOption>
              {spots.map(({ code, title }) => (
                <SingleSelectOption key={code} value={code}>
                  {`${code} · ${title}`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
        </Columns>
        <RefusalNotice
          refusal={action.refusal}
          title="La réponse n’est pas enregistrée"
          onClose={action.forget}
        />
        <div>
          <Button type="submit" loading={action.isBusy}>
            Enregistrer la réponse
          </Button>
        </div>
      </Flex>
    </form>
  );
}
