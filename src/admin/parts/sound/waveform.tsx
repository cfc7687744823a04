import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import styled from 'styled-components';

import type { SoundPicture } from '../../../domain/audio';
import { spans } from '../../../wording/sound-figures';
import { frenchLevel } from '../figures';
import { curvePath, HEIGHT, loudnessY, seekByKey, timeX, WIDTH, waveformPath } from './draw';

const Frame = styled.div`
  position: relative;
  height: 9.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  cursor: pointer;
  touch-action: pan-y;
  overflow: hidden;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
  svg {
    display: block;
    width: 100%;
    height: 100%;
  }
  .silence {
    fill: ${({ theme }) => theme.colors.neutral200};
  }
  .to-come {
    fill: ${({ theme }) => theme.colors.neutral500};
  }
  .heard {
    fill: ${({ theme }) => theme.colors.primary600};
  }
  .curve {
    fill: none;
    stroke: ${({ theme }) => theme.colors.warning700};
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .line {
    stroke: ${({ theme }) => theme.colors.neutral600};
    stroke-width: 1;
    stroke-dasharray: 5 4;
  }
  .playhead {
    stroke: ${({ theme }) => theme.colors.primary700};
    stroke-width: 2;
  }
`;

const LineName = styled.span`
  position: absolute;
  right: 0;
  transform: translateY(-50%);
  padding: 0 0.4rem;
  border-radius: 2px;
  font-size: 1.1rem;
  line-height: 1.4;
  color: ${({ theme }) => theme.colors.neutral700};
  background: ${({ theme }) => theme.colors.neutral100};
  pointer-events: none;
`;

/**
 * A sound as a picture that is also its slider: click, drag or use the arrows to go elsewhere. Without a picture it is a plain
 * bar.
 */
export function Waveform({
  picture,
  durationSeconds,
  atSeconds,
  linesLufs,
  label,
  onSeek,
  onToggle,
}: {
  readonly picture: SoundPicture | null;
  readonly durationSeconds: number;
  readonly atSeconds: number;
  /** Levels to compare the curve with. */
  readonly linesLufs: readonly number[];
  readonly label: string;
  readonly onSeek: (seconds: number) => void;
  readonly onToggle: () => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const clip = useId();
  const outline = waveformPath(picture?.columns ?? []);
  const heardX = timeX(atSeconds, durationSeconds);
  const hasCurve = picture?.loudnessLufs.some((value) => value !== null) ?? false;

  const seekTo = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const share = Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
    onSeek(share * durationSeconds);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      onToggle();
      return;
    }
    const to = seekByKey(event.key, atSeconds, durationSeconds);
    if (to === null) return;
    event.preventDefault();
    onSeek(to);
  };
  return (
    <Frame
      ref={frame}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationSeconds)}
      aria-valuenow={Math.round(atSeconds)}
      aria-valuetext={`${spans(Math.round(atSeconds))} sur ${spans(Math.round(durationSeconds))}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
      }}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <clipPath id={clip}>
            <rect x="0" y="0" width={heardX} height={HEIGHT} />
          </clipPath>
        </defs>
        {picture?.silences.map(({ kind, fromSeconds, toSeconds }) => (
          <rect
            key={kind}
            className="silence"
            x={timeX(fromSeconds, durationSeconds)}
            y="0"
            width={timeX(toSeconds, durationSeconds) - timeX(fromSeconds, durationSeconds)}
            height={HEIGHT}
          />
        ))}
        {outline === '' ? (
          <line
            className="line"
            x1="0"
            x2={WIDTH}
            y1={HEIGHT / 2}
            y2={HEIGHT / 2}
            vectorEffect="non-scaling-stroke"
          />
        ) : (
          <>
            <path className="to-come" d={outline} />
            <path className="heard" d={outline} clipPath={`url(#${clip})`} />
          </>
        )}
        {hasCurve &&
          linesLufs.map((lufs) => (
            <line
              key={lufs}
              className="line"
              x1="0"
              x2={WIDTH}
              y1={loudnessY(lufs)}
              y2={loudnessY(lufs)}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        {hasCurve && (
          <path
            className="curve"
            d={curvePath(picture?.loudnessLufs ?? [])}
            vectorEffect="non-scaling-stroke"
          />
        )}
        <line
          className="playhead"
          x1={heardX}
          x2={heardX}
          y1="0"
          y2={HEIGHT}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {hasCurve &&
        linesLufs.map((lufs) => (
          <LineName key={lufs} style={{ top: `${(loudnessY(lufs) / HEIGHT) * 100}%` }}>
            {frenchLevel(lufs).replace(',0', '')}
          </LineName>
        ))}
    </Frame>
  );
}
