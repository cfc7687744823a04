import type { NudgeMail, Ports } from '../../composition/ports';

/** Digests shown on the page: enough to see whether they arrive. */
const DIGESTS_SHOWN = 10;

export type MailView = {
  /** False where the server has no mail server: then nobody is told by e-mail. */
  readonly isSet: boolean;
  /** Whether the person who asks is told. */
  readonly isSubscribed: boolean;
  /** Newest first; `personName` is empty where the person is gone. */
  readonly digests: readonly (NudgeMail & { readonly personName: string })[];
};

/** Whether and to whom digests go, and what became of the last ones. */
export async function readMailView(
  ports: Pick<Ports, 'mailer' | 'nudgeMails' | 'people'>,
  person: string,
): Promise<MailView> {
  const digests = await ports.nudgeMails.recent(DIGESTS_SHOWN);
  const names = await ports.people.namesOf(digests.map((digest) => digest.person));
  return {
    isSet: ports.mailer !== null,
    isSubscribed: await ports.nudgeMails.isSubscribed(person),
    digests: digests.map((digest) => ({ ...digest, personName: names.get(digest.person) ?? '' })),
  };
}

/** A person says whether they want digests; said twice it is said once. */
export async function chooseDigests(
  ports: Pick<Ports, 'nudgeMails' | 'system' | 'journal'>,
  { person, isOn }: { readonly person: string; readonly isOn: boolean },
): Promise<void> {
  const at = ports.system.now();
  if (isOn === (await ports.nudgeMails.isSubscribed(person))) return;
  if (isOn) await ports.nudgeMails.subscribe(person, at);
  else await ports.nudgeMails.unsubscribe(person);
  await ports.journal.write({
    at,
    by: person,
    action: isOn ? 'digests-on' : 'digests-off',
    subject: person,
  });
}
