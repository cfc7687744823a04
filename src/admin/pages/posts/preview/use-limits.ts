import { useEffect, useState } from 'react';

import {
  limitsWith,
  NETWORK_LIMITS,
  type ChannelLimits,
  type Network,
} from '../../../../domain/social';

/**
 * The length rules that the server approves by. X's own count is fetched only when a post is for X; until it is there, and
 * on a line too weak for it, the count is near enough.
 */
export function useLimits(isOnX: boolean): ReadonlyMap<Network, ChannelLimits> {
  const [limits, setLimits] = useState(() => limitsWith(NETWORK_LIMITS.x.weigh));
  useEffect(() => {
    if (!isOnX) return;
    let isShown = true;
    import('twitter-text')
      .then(({ default: twitter }) => {
        if (isShown) setLimits(limitsWith((text) => twitter.parseTweet(text).weightedLength));
      })
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [isOnX]);
  return limits;
}
