import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import { isAborted, refusalOfError, type Refusal } from './refusal';

/**
 * A sound or picture of the desk as an address that `<audio>` and `<img>` can open: they cannot send who asks, so the
 * file is fetched and held in memory until the page is left.
 */
export function useBlobUrl(path: string): {
  readonly url: string | null;
  readonly isLoading: boolean;
  readonly refusal: Refusal | null;
  readonly load: () => Promise<void>;
} {
  const { get } = useFetchClient();
  const [url, setUrl] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useEffect(() => {
    if (url === null) return;
    return () => URL.revokeObjectURL(url);
  }, [url]);

  const load = useCallback(async () => {
    setIsLoading(true);
    setRefusal(null);
    try {
      const { data } = await get(path, { responseType: 'blob' });
      setUrl(URL.createObjectURL(data));
    } catch (error) {
      if (!isAborted(error)) setRefusal(refusalOfError(error));
    } finally {
      setIsLoading(false);
    }
  }, [get, path]);
  return { url, isLoading, refusal, load };
}
