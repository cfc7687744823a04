import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { useEffect, useRef, type ReactNode } from 'react';

import type { SoundPicture } from '../../../domain/audio';
import { spans } from '../../../wording/sound-figures';
import { RefusalNotice } from '../notices';
import { clock } from './draw';
import { PauseIcon } from './pause-icon';
import { useInView } from './use-in-view';
import { usePicture } from './use-picture';
import { usePlayer } from './use-player';
import { Waveform } from './waveform';

type SoundProps = {
  /** The routes of the sound: `/desk/versions/ID` or `/desk/renditions/ID`. */
  readonly soundPath: string;
  /** Of what this is the sound, for whoever listens to the page. */
  readonly label: string;
  /** As far as it is known; 0 before the check. */
  readonly durationSeconds: number;
  /** The check has drawn it. */
  readonly isDrawn?: boolean;
  /** The levels that matter for this sound. */
  readonly linesLufs: readonly number[];
  /** It came by a press on « Écouter »: it begins at once. */
  readonly startsAtOnce?: boolean;
  /** Technical figures, shown when asked for. */
  readonly children?: ReactNode;
};

/** Hear a sound and see it: peaks, silences, and how loud it is from moment to moment. */
export function SoundPlayer({
  soundPath,
  label,
  durationSeconds,
  isDrawn = true,
  linesLufs,
  startsAtOnce = false,
  children,
}: SoundProps) {
  const { ref, hasBeenSeen } = useInView<HTMLDivElement>();
  const picture = usePicture(`${soundPath}/picture`, hasBeenSeen && isDrawn);
  const player = usePlayer(`${soundPath}/listening`);
  const duration = picture?.durationSeconds ?? (durationSeconds || player.durationSeconds);
  const hasCurve = picture?.loudnessLufs.some((value) => value !== null) ?? false;
  const start = useRef(startsAtOnce ? player.toggle : null);
  useEffect(() => {
    if (start.current === null) return;
    ref.current?.querySelector('button')?.focus();
    start.current();
    start.current = null;
  }, [ref]);
  return (
    <Flex ref={ref} direction="column" alignItems="stretch" gap={2} minWidth={0}>
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
          {clock(player.atSeconds)} / {duration > 0 ? clock(duration) : '–'}
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
