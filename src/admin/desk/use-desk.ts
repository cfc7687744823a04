import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

import { isAborted, refusalOfError, type Refusal } from './refusal';

export type DeskData<Data> = {
  /** Null until it arrived; what was shown stays while it is asked for again. */
  readonly data: Data | null;
  readonly refusal: Refusal | null;
  readonly reload: () => Promise<void>;
};

const POLL_MS = 2000;

/**
 * Reads a route of the desk, and again every two seconds while `pollWhile` says that something is under way.
 * Nothing is asked while the tab is hidden: the link may be weak and paid by the megabyte.
 */
export function useDesk<Data>(
  path: string,
  pollWhile: (data: Data) => boolean = never,
): DeskData<Data> {
  const { get } = useFetchClient();
  const [data, setData] = useState<Data | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const reload = useCallback(async () => {
    try {
      const answer = await get<{ readonly data: Data }>(path);
      setData(answer.data.data);
      setRefusal(null);
    } catch (error) {
      if (!isAborted(error)) setRefusal(refusalOfError(error));
    }
  }, [get, path]);

  useEffect(() => {
    void reload();
  }, [reload]);

  const isPolling = data !== null && pollWhile(data);
  useEffect(() => {
    if (!isPolling) return;
    const timer = setInterval(() => {
      if (!document.hidden) void reload();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [isPolling, reload]);

  return { data, refusal, reload };
}

function never(): boolean {
  return false;
}
