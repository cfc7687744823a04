import { waitingAtDoorSentence } from '../../../wording/station-page';
import { make } from './elements';
import { runProgramme } from './programme';
import { countUnsent } from './taps';

/** At the door nobody is signed in: only how many answers wait is told. */
async function runDoor(place: HTMLElement): Promise<void> {
  const count = await countUnsent();
  if (count > 0)
    place.append(
      make('p', 'notice warn', waitingAtDoorSentence(count, location.search.includes('sortie'))),
    );
}

const programme = document.getElementById('poste');
const door = document.getElementById('porte');
// The worker keeps a copy of the programme, which is of use with the server's time beside it: that is noted first.
if (programme === null) startWorker();
else runProgramme(programme, startWorker).catch(startWorker);
if (door !== null) void runDoor(door);

/** Over plain http there is none: the page then works while the line does. */
function startWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register('/station/sw.js', {
    scope: '/station',
    updateViaCache: 'all',
  });
}
