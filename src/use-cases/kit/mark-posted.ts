import { findContacts } from '../../domain/outreach';
import { acceptUnless, refuse, type Result } from '../../domain/shared';
import {
  LONGEST_PLACE,
  type HandPost,
  type HandPostRefusal,
  type KitRefusal,
} from '../../domain/social';
import type { KitPorts } from './kit-ports';
import { readKit } from './read-kit';

function checkPlace(place: string): readonly HandPostRefusal[] {
  if (place === '') return [{ kind: 'place-missing' }];
  return [
    ...(place.length > LONGEST_PLACE
      ? [{ kind: 'place-too-long', maximum: LONGEST_PLACE } as const]
      : []),
    ...(findContacts(place).length > 0 ? [{ kind: 'place-has-contact' } as const] : []),
  ];
}

/** Writes down that somebody put a post on a channel. Only what may be carried along can have been put there. */
export async function markPosted(
  ports: KitPorts,
  postCode: string,
  place: string,
  by: string,
): Promise<Result<HandPost, HandPostRefusal | KitRefusal>> {
  const kit = await readKit(ports, postCode);
  if (!kit.ok) return kit;
  const at = ports.system.now();
  const tidy = place.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const entry: HandPost = {
    id: ports.system.newId(),
    postCode,
    place: tidy,
    at,
    by,
    undoes: null,
  };
  const checked = acceptUnless(entry, checkPlace(tidy));
  if (!checked.ok) return checked;
  await ports.handPosts.add(entry);
  const details = { entry: entry.id };
  await ports.journal.write({ at, by, action: 'post-put-by-hand', subject: postCode, details });
  return checked;
}

/** Takes back the word that a post was put somewhere, by another row: a mistake, or deleted there since. */
export async function undoMark(
  ports: Pick<KitPorts, 'handPosts' | 'journal' | 'system'>,
  id: string,
  by: string,
): Promise<Result<HandPost, HandPostRefusal>> {
  const entry = await ports.handPosts.byId(id);
  if (entry === null || entry.undoes !== null) return refuse({ kind: 'entry-not-found' });
  const at = ports.system.now();
  const undo: HandPost = {
    id: ports.system.newId(),
    postCode: entry.postCode,
    place: '',
    at,
    by,
    undoes: id,
  };
  if (!(await ports.handPosts.add(undo))) return refuse({ kind: 'already-undone' });
  const details = { entry: id };
  await ports.journal.write({
    at,
    by,
    action: 'post-put-by-hand-undone',
    subject: entry.postCode,
    details,
  });
  return { ok: true, value: undo };
}
