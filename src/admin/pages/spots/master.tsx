import type { VersionOnWire } from '../../desk/wire';
import { Details } from '../../parts/details';
import { SoundPlayer } from '../../parts/sound/sound-player';
import { masterFigures } from './sound-figures';
import { FigureTable } from './figure-table';

/** Where stations want a sound: broadcast by EBU R 128, and what most of the profiles ask. */
const LINES_LUFS = [-16, -23];

/** A recording as it was sent: to hear, to see, and its figures for whoever wants them. */
export function Master({
  version,
  spotCode,
  startsAtOnce = false,
}: {
  readonly version: VersionOnWire;
  readonly spotCode: string;
  readonly startsAtOnce?: boolean;
}) {
  if (!version.mayBeHeard) return null;
  const name = `enregistrement n° ${version.number} du spot ${spotCode}`;
  return (
    <SoundPlayer
      soundPath={`/desk/versions/${version.id}`}
      label={name}
      durationSeconds={version.measurement?.decodedSeconds ?? 0}
      isDrawn={version.measurement !== null}
      linesLufs={LINES_LUFS}
      startsAtOnce={startsAtOnce}
    >
      {version.measurement !== null && (
        <Details title="Détails techniques">
          <FigureTable caption={`Mesures : ${name}`} figures={masterFigures(version)} />
        </Details>
      )}
    </SoundPlayer>
  );
}
