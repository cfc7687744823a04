import { refreshAccessToken, useAuth } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';

import type { Refusal } from './refusal';
import { sendFile } from './send-file';

/** A file on its way to a route of the desk: how far it is, and why it was refused. */
export function useSendFile(path: string): {
  /** 0 to 1 while a file is on its way, else null. */
  readonly share: number | null;
  readonly refusal: Refusal | null;
  readonly send: (file: File) => Promise<boolean>;
} {
  const token = useAuth('Yeelen', (state) => state.token);
  const [share, setShare] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const send = useCallback(
    async (file: File) => {
      setRefusal(null);
      setShare(0);
      const sent = await sendFile({
        url: path,
        file,
        token,
        renewToken: refreshAccessToken,
        onProgress: setShare,
      });
      setShare(null);
      if (sent.kind === 'refused') setRefusal(sent.refusal);
      return sent.kind === 'sent';
    },
    [path, token],
  );
  return { share, refusal, send };
}
