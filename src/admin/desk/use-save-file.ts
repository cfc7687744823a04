import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';

import { isAborted, refusalOfError, type Refusal } from './refusal';

/** Fetches a file as the signed-in person, which a plain link cannot, and hands it to the browser to save under its name. */
export function useSaveFile(): {
  readonly save: (path: string, fileName: string) => Promise<void>;
  readonly isBusy: boolean;
  readonly refusal: Refusal | null;
  readonly forget: () => void;
} {
  const { get } = useFetchClient();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const save = useCallback(
    async (path: string, fileName: string) => {
      setIsBusy(true);
      setRefusal(null);
      try {
        const { data } = await get(path, { responseType: 'blob' });
        const url = URL.createObjectURL(data);
        const link = document.createElement('a');
        link.href = url;
        link.download = fileName;
        link.click();
        // The browser reads it on its own time.
        setTimeout(() => URL.revokeObjectURL(url), 60_000);
      } catch (error) {
        if (!isAborted(error)) setRefusal(refusalOfError(error));
      } finally {
        setIsBusy(false);
      }
    },
    [get],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { save, isBusy, refusal, forget };
}
