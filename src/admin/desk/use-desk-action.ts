import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';

import { refusalOfError, type Refusal } from './refusal';

export type DeskAction = {
  /** Posts and answers what came back; null when it was refused, and then `refusal` says why. */
  readonly run: <Data>(path: string, body?: unknown) => Promise<Data | null>;
  readonly isBusy: boolean;
  readonly refusal: Refusal | null;
  readonly forget: () => void;
};

/** One thing a person does at the desk: a POST, its wait, and its refusal in place. */
export function useDeskAction(): DeskAction {
  const { post } = useFetchClient();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const run = useCallback(
    async <Data>(path: string, body: unknown = {}): Promise<Data | null> => {
      setIsBusy(true);
      setRefusal(null);
      try {
        const answer = await post<{ readonly data: Data }>(path, body);
        return answer.data.data;
      } catch (error) {
        setRefusal(refusalOfError(error));
        return null;
      } finally {
        setIsBusy(false);
      }
    },
    [post],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { run, isBusy, refusal, forget };
}
