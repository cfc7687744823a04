import { Agent } from 'node:http';

import type { ITwitterApiClientPlugin, TwitterApiv2 } from 'twitter-api-v2';

import type { AccountSecrets } from '../../domain/social';

const LIVE_ORIGIN = 'https://api.x.com';

/**
 * Bounds each call by a signal, since the library has no timeout of its own, and sends it to another address where one is
 * set: the library knows no base address. Plain http needs an agent for it.
 */
function leadTo(apiUrl: string, signal: AbortSignal): ITwitterApiClientPlugin {
  const base = new URL(apiUrl);
  return {
    onBeforeRequest({ computedParams, requestOptions }) {
      requestOptions.signal = signal;
      if (base.origin === LIVE_ORIGIN) return;
      const url = new URL(computedParams.url.href);
      url.protocol = base.protocol;
      url.host = base.host;
      computedParams.url = url;
      if (base.protocol === 'http:') requestOptions.agent = new Agent();
    },
  };
}

/**
 * X for one account, by OAuth 1.0a: its tokens do not expire. Every call ends when the signal says so. The library is
 * loaded at the first use, so that a house without an account on X starts as fast as before.
 */
export async function openX(
  secrets: AccountSecrets,
  apiUrl: string,
  signal: AbortSignal,
): Promise<TwitterApiv2> {
  const { TwitterApi } = await import('twitter-api-v2');
  const client = new TwitterApi(
    {
      appKey: secrets['appKey'] ?? '',
      appSecret: secrets['appSecret'] ?? '',
      accessToken: secrets['accessToken'] ?? '',
      accessSecret: secrets['accessSecret'] ?? '',
    },
    { plugins: [leadTo(apiUrl, signal)] },
  );
  return client.v2;
}
