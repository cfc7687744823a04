import { empty } from './database';
import { eraseSent } from './taps';

/** What the browser keeps of a station: its programme and its sounds. */
const CACHES = ['yeelen-pages', 'yeelen-sons'];

/** Empties this computer of everything but answers that are not with the server yet. */
export async function clearComputer(): Promise<void> {
  if ('caches' in window) for (const name of CACHES) await caches.delete(name);
  await empty('parts');
  await empty('notes');
  await eraseSent();
}
