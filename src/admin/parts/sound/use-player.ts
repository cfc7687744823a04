import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

import { refusalOfError, type Refusal } from '../../desk/refusal';

type Pass = { readonly url: string; readonly until: string };

/** A pass is asked for anew when it ends this soon: what is being heard goes on. */
const RENEW_BEFORE_MS = 3 * 60 * 1000;

const CANNOT_PLAY: Refusal = {
  sentences: [
    'Ce navigateur ne sait pas jouer ce son. Écoutez un des fichiers préparés pour les radios.',
  ],
};

export type Player = {
  readonly audio: RefObject<HTMLAudioElement>;
  readonly isPlaying: boolean;
  /** Asked for, and not heard yet: the line is weak. */
  readonly isWaiting: boolean;
  readonly atSeconds: number;
  /** As the browser found it; 0 until then. */
  readonly durationSeconds: number;
  readonly refusal: Refusal | null;
  readonly toggle: () => void;
  readonly seek: (seconds: number) => void;
  /** For the `<audio>` element. */
  readonly events: {
    readonly onPlay: () => void;
    readonly onPlaying: () => void;
    readonly onPause: () => void;
    readonly onWaiting: () => void;
    readonly onDurationChange: () => void;
    readonly onTimeUpdate: () => void;
    readonly onEnded: () => void;
    readonly onError: () => void;
  };
};

/**
 * Plays one sound of the desk. `<audio>` cannot say who asks: a pass is fetched first, a cookie for this one address, and
 * then the browser asks for the pieces it needs. Nothing is fetched before somebody wants to hear it.
 *
 * @param passPath the route that gives the pass.
 */
export function usePlayer(passPath: string): Player {
  const { post } = useFetchClient();
  const audio = useRef<HTMLAudioElement>(null);
  const pass = useRef<Pass | null>(null);
  const wished = useRef(0);
  const isMended = useRef(false);
  const [isPlaying, setPlaying] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [atSeconds, setAt] = useState(0);
  const [durationSeconds, setDuration] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const askPass = useCallback(async (): Promise<Pass> => {
    const answer = await post<{ readonly data: Pass }>(passPath, {});
    pass.current = answer.data.data;
    return answer.data.data;
  }, [passPath, post]);

  const play = useCallback(async () => {
    const element = audio.current;
    if (element === null) return;
    setRefusal(null);
    setWaiting(true);
    try {
      if (endsSoon(pass.current)) {
        const { url } = await askPass();
        if (element.getAttribute('src') === null) element.src = url;
      }
      if (wished.current > 0 && element.readyState === 0) {
        element.addEventListener('loadedmetadata', () => (element.currentTime = wished.current), {
          once: true,
        });
      }
      await element.play();
    } catch (error) {
      setWaiting(false);
      if (isInterruption(error)) return;
      setRefusal(error instanceof DOMException ? CANNOT_PLAY : refusalOfError(error));
    }
  }, [askPass]);

  /** Once: the pass may have ended while the line was down. */
  const mend = useCallback(async () => {
    const element = audio.current;
    if (element === null || pass.current === null) return;
    if (isMended.current) {
      setWaiting(false);
      setRefusal(CANNOT_PLAY);
      return;
    }
    isMended.current = true;
    if (element.currentTime > 0) wished.current = element.currentTime;
    pass.current = null;
    element.removeAttribute('src');
    await play();
  }, [play]);

  const seek = useCallback((seconds: number) => {
    wished.current = seconds;
    setAt(seconds);
    const element = audio.current;
    if (element !== null && element.readyState > 0) element.currentTime = seconds;
  }, []);

  // A page that is left falls silent, and its download ends.
  useEffect(() => {
    const element = audio.current;
    return () => {
      element?.pause();
      element?.removeAttribute('src');
      element?.load();
    };
  }, []);

  return {
    audio,
    isPlaying,
    isWaiting,
    atSeconds,
    durationSeconds,
    refusal,
    seek,
    toggle: () => {
      if (isPlaying) audio.current?.pause();
      else void play();
    },
    events: {
      onPlay: () => {
        setPlaying(true);
        silenceOthers(audio.current);
      },
      onPlaying: () => setWaiting(false),
      onPause: () => {
        setPlaying(false);
        setWaiting(false);
      },
      onWaiting: () => setWaiting(true),
      onDurationChange: () => {
        const found = audio.current?.duration ?? 0;
        if (Number.isFinite(found)) setDuration(found);
      },
      onTimeUpdate: () => {
        const element = audio.current;
        if (element === null || element.readyState === 0) return;
        wished.current = element.currentTime;
        setAt(element.currentTime);
        if (element.currentTime > 0) isMended.current = false;
        if (pass.current !== null && endsSoon(pass.current)) {
          // Forgotten at once, so that it is asked for once; when that fails, `mend` will see to it.
          pass.current = { ...pass.current, until: FAR };
          askPass().catch(() => undefined);
        }
      },
      onEnded: () => {
        setPlaying(false);
        seek(0);
      },
      onError: () => void mend(),
    },
  };
}

const FAR = '9999-12-31T00:00:00.000Z';

function endsSoon(pass: Pass | null): boolean {
  return pass === null || Date.parse(pass.until) - Date.now() < RENEW_BEFORE_MS;
}

/** Pressed twice, or the browser wants another press since the answer took long. */
function isInterruption(error: unknown): boolean {
  return error instanceof DOMException && ['AbortError', 'NotAllowedError'].includes(error.name);
}

function silenceOthers(playing: HTMLAudioElement | null): void {
  for (const other of document.querySelectorAll('audio')) if (other !== playing) other.pause();
}
