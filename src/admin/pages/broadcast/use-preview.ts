import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

import type { FlightTerms } from '../../../domain/broadcast';
import { refusalOfError, type Refusal } from '../../desk/refusal';
import type { PreviewOnWire } from '../../desk/wire';

/** Nothing is asked while somebody types: the link may be weak. */
const QUIET_MS = 700;

type Preview = {
  readonly preview: PreviewOnWire | null;
  readonly refusal: Refusal | null;
  readonly isAsking: boolean;
};

const NOTHING: Preview = { preview: null, refusal: null, isAsking: false };

/**
 * What the server would plan, asked again when the fields have been quiet for a moment. Null terms ask for nothing; the
 * answer to an older question is thrown away.
 */
export function usePreview(flightId: string | null, terms: FlightTerms | null): Preview {
  const { post } = useFetchClient();
  const [shown, setShown] = useState<Preview>(NOTHING);
  const question = terms === null ? null : JSON.stringify({ flightId, terms });

  useEffect(() => {
    if (question === null) {
      setShown(NOTHING);
      return;
    }
    let isOld = false;
    setShown((before) => ({ ...before, isAsking: true }));
    const timer = setTimeout(() => {
      void (async () => {
        try {
          const answer = await post<{ readonly data: PreviewOnWire }>(
            '/desk/flights/preview',
            JSON.parse(question),
          );
          if (!isOld) setShown({ preview: answer.data.data, refusal: null, isAsking: false });
        } catch (error) {
          if (!isOld) setShown({ preview: null, refusal: refusalOfError(error), isAsking: false });
        }
      })();
    }, QUIET_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [post, question]);

  return shown;
}
