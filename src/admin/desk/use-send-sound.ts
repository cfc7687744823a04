import { refreshAccessToken, useAuth } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';

import type { Voicing } from '../../domain/audio';
import { secondsLeft } from './pace';
import type { Refusal } from './refusal';
import { sendSound } from './send-sound';

/** Where a sound on its way stands. */
export type Sending = {
  /** 0 to 1. */
  readonly share: number;
  /** Null while it is too early to say. */
  readonly secondsLeft: number | null;
  /** The line broke; it goes on by itself. */
  readonly isCut: boolean;
};

const BEGINNING: Sending = { share: 0, secondsLeft: null, isCut: false };

/** A spot's sound on its way: how far it is, how long it will take, and why it was refused. */
export function useSendSound(
  spotCode: string,
  voicing?: Voicing,
): {
  /** Null while nothing is on its way. */
  readonly sending: Sending | null;
  readonly refusal: Refusal | null;
  readonly send: (file: File) => Promise<boolean>;
} {
  const token = useAuth('Yeelen', (state) => state.token);
  const [sending, setSending] = useState<Sending | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const send = useCallback(
    async (file: File) => {
      setRefusal(null);
      setSending(BEGINNING);
      let start: { readonly at: number; readonly bytes: number } | null = null;
      const sent = await sendSound({
        spotCode,
        ...(voicing === undefined ? {} : { voicing }),
        file,
        token,
        renewToken: refreshAccessToken,
        onProgress: (bytes) => {
          start ??= { at: performance.now(), bytes };
          setSending({
            share: file.size > 0 ? bytes / file.size : 0,
            secondsLeft: secondsLeft({
              sentBytes: bytes - start.bytes,
              remainingBytes: file.size - bytes,
              elapsedSeconds: (performance.now() - start.at) / 1000,
            }),
            isCut: false,
          });
        },
        onCut: () => setSending((last) => ({ ...(last ?? BEGINNING), isCut: true })),
      });
      setSending(null);
      if (sent.kind === 'refused') setRefusal(sent.refusal);
      return sent.kind === 'sent';
    },
    [spotCode, voicing, token],
  );
  return { sending, refusal, send };
}
