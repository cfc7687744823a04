import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

import type { SoundPicture } from '../../../domain/audio';

/**
 * What a sound looks like, once it is wanted; null until then, and for good where there is none: a sound without a picture can
 * be heard all the same, and that is not worth a word.
 */
export function usePicture(path: string, isWanted: boolean): SoundPicture | null {
  const { get } = useFetchClient();
  const [picture, setPicture] = useState<SoundPicture | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isLeft = false;
    get<{ readonly data: SoundPicture }>(path)
      .then((answer) => {
        if (!isLeft) setPicture(answer.data.data);
      })
      .catch(() => undefined);
    return () => {
      isLeft = true;
    };
  }, [get, isWanted, path]);
  return picture;
}
