import { nudgeKey } from '../../domain/delivery';
import { addMinutes } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { readNudges, type NudgeNeeds, type StationNudge } from './read-nudges';

/** Nobody gets more than one digest in this time. */
export const MINUTES_BETWEEN_DIGESTS = 60;

/** A digest without an outcome for so long lost its sender: whether it arrived is not known. */
export const DIGEST_LEASE_MINUTES = 5;

export type DigestNeeds = NudgeNeeds & Pick<Ports, 'nudgeMails' | 'mailer' | 'people'>;

export type Digest = {
  /** Not told to this person before. */
  readonly fresh: readonly StationNudge[];
  /** Told before, and still standing. */
  readonly standing: readonly StationNudge[];
};

/** Puts a digest into words: the door's business. */
export type DigestWords = (digest: Digest) => { readonly subject: string; readonly text: string };

export type DigestReport = {
  readonly sent: number;
  readonly refused: number;
  /** Those that nobody knows of, also digests whose sender died: a person sees them. */
  readonly unknown: number;
};

/**
 * Tells by e-mail what stations did not do, one digest a person and hour at most. The intent is written before the line is
 * opened and the outcome after it; what was begun and has no outcome is never sent again by itself.
 */
export async function sendDigests(ports: DigestNeeds, inWords: DigestWords): Promise<DigestReport> {
  const { mailer, nudgeMails, people, system } = ports;
  const now = system.now();
  const lost = await nudgeMails.loseStale(addMinutes(now, -DIGEST_LEASE_MINUTES), now);
  const report = { sent: 0, refused: 0, unknown: lost };
  if (mailer === null) return report;
  const due = await nudgeMails.duePeople(addMinutes(now, -MINUTES_BETWEEN_DIGESTS));
  if (due.length === 0) return report;
  const nudges = await readNudges(ports);
  if (nudges.length === 0) return report;

  for (const person of due) {
    const told = await nudgeMails.told(person);
    const isFresh = ({ nudge }: StationNudge) => !told.has(nudgeKey(nudge));
    const fresh = nudges.filter(isFresh);
    if (fresh.length === 0) continue;
    const to = await people.addressForAlerts(person);
    if (to === null) continue;
    const id = system.newId();
    const number = ((await nudgeMails.last(person))?.number ?? 0) + 1;
    const claim = {
      id,
      person,
      number,
      at: now,
      nudges: fresh.map(({ nudge }) => nudgeKey(nudge)),
    };
    if (!(await nudgeMails.claim(claim))) continue;
    const standing = nudges.filter((item) => !isFresh(item));
    const outcome = await mailer.send({ id, to, ...inWords({ fresh, standing }) });
    const words = outcome.kind === 'sent' ? '' : outcome.words;
    await nudgeMails.finish(id, outcome.kind, words, system.now());
    report[outcome.kind] += 1;
  }
  return report;
}
