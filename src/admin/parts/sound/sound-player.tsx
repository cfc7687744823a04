import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import type { ReactNode } from 'react';

import type { SoundPicture } from '../../../domain/audio';
import { spans } from '../../../wording/sound-figures';
import { useDesk } from '../../desk/use-desk';
import { RefusalNotice } from '../notices';
import { clock } from './draw';
import { PauseIcon } from './pause-icon';
import { useInView } from './use-in-view';
import { usePlayer } from './use-player';
import { Waveform } from './waveform';

/** The routes of one sound: `/desk/versions/ID` or `/desk/renditions/ID`. */
type SoundProps = {
  readonly soundPath: string;
  /** Of what this is the sound, for whoever listens to the page. */
  readonly label: string;
  readonly durationSeconds: number;
  /** The levels that matter for this sound. */
  readonly linesLufs: readonly number[];
  /** Technical figures, shown when asked for. */
  readonly children?: ReactNode;
};

/** Hear a sound and see it: peaks, silences, and how loud it is from moment to moment. */
export function SoundPlayer(props: SoundProps) {
  const { ref, hasBeenSeen } = useInView<HTMLDivElement>();
  return (
    <div ref={ref} style={{ minWidth: 0 }}>
      {hasBeenSeen ? <Drawn {...props} /> : <Panel {...props} picture={null} />}
    </div>
  );
}

function Drawn(props: SoundProps) {
  // A sound without a picture can still be heard: that refusal is not worth a word.
  const { data } = useDesk<SoundPicture>(`${props.soundPath}/picture`);
  return <Panel {...props} picture={data} />;
}

function Panel({
  soundPath,
  label,
  durationSeconds,
  linesLufs,
  picture,
  children,
}: SoundProps & { readonly picture: SoundPicture | null }) {
  const player = usePlayer(`${soundPath}/listening`);
  const duration = picture?.durationSeconds ?? durationSeconds;
  const hasCurve = picture?.loudnessLufs.some((value) => value !== null) ?? false;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} minWidth={0}>
      {/* The words of a spot stand in its record, as the text to read live. */}
      <audio ref={player.audio} preload="none" {...player.events} />
      <Flex gap={3} alignItems="center" minWidth={0}>
        <IconButton
          size="L"
          variant="secondary"
          label={`${player.isPlaying ? 'Arrêter' : 'Écouter'} : ${label}`}
          onClick={player.toggle}
          style={{ width: '4.8rem', height: '4.8rem', flex: 'none' }}
        >
          {player.isPlaying ? <PauseIcon /> : <Play />}
        </IconButton>
        <div style={{ flex: '1 1 0', minWidth: 0 }}>
          <Waveform
            picture={picture}
            durationSeconds={duration}
            atSeconds={player.atSeconds}
            linesLufs={linesLufs}
            label={`Aller à un moment : ${label}`}
            onSeek={player.seek}
            onToggle={player.toggle}
          />
        </div>
      </Flex>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Typography
          variant="pi"
          textColor="neutral700"
          style={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {clock(player.atSeconds)} / {clock(duration)}
          {player.isWaiting ? ' · le son arrive…' : ''}
        </Typography>
        <Typography variant="pi" textColor="neutral700">
          {legend(picture, hasCurve, linesLufs)}
        </Typography>
      </Flex>
      <RefusalNotice refusal={player.refusal} title="Écoute impossible" />
      {children}
    </Flex>
  );
}

const SILENCES = { head: 'au début', inner: 'au milieu', tail: 'à la fin' } as const;

/** What the picture shows, in words. */
function legend(
  picture: SoundPicture | null,
  hasCurve: boolean,
  linesLufs: readonly number[],
): string {
  if (picture === null) return '';
  const lines = linesLufs.length === 1 ? 'pointillé : volume voulu' : 'pointillés : volumes voulus';
  const silences = picture.silences.map(
    ({ kind, fromSeconds, toSeconds }) => `${SILENCES[kind]} ${spans(toSeconds - fromSeconds)}`,
  );
  return [
    ...(hasCurve ? [`Courbe : volume ressenti ; ${lines}`] : []),
    ...(silences.length > 0 ? [`Grisé : silence ${silences.join(', ')}`] : []),
  ].join(' · ');
}
