import type { ChannelNeeds, SocialChannel } from '../../src/composition/ports';
import type { AccountSecrets, PaidCall } from '../../src/domain/social';
import type { NetworkServer, NetworkServerOptions } from './network-server';
import type { ChannelUnderTest } from './social-channel-contract';

export type Paid = { readonly account: string; readonly call: PaidCall; readonly times: number };

export type NetworkChannel = ChannelUnderTest & {
  readonly server: NetworkServer;
  readonly paid: readonly Paid[];
};

/**
 * A real network's channel, with its vendor's own library, in front of its loopback server.
 *
 * @param secrets of each account, by its code.
 * @param media files by their key.
 */
export async function openNetworkChannel(
  start: (options: NetworkServerOptions) => Promise<NetworkServer>,
  create: (needs: ChannelNeeds) => SocialChannel,
  secrets: Readonly<Record<string, AccountSecrets>>,
  media: Readonly<Record<string, Buffer>> = {},
): Promise<NetworkChannel> {
  const server = await start({});
  const paid: Paid[] = [];
  const channel = create({
    apiUrl: server.url,
    now: () => new Date(),
    secretsOf: (account) => Promise.resolve(secrets[account] ?? null),
    readMedia: (key) => Promise.resolve(media[key] ?? Buffer.alloc(0)),
    onPaid: (account, call, times) => {
      paid.push({ account, call, times });
      return Promise.resolve();
    },
  });
  return {
    server,
    channel,
    paid,
    ledgerSize: () =>
      Promise.resolve(server.ledger().filter(({ deletedAt }) => deletedAt === null).length),
    nextPublish: (fault) => void (server.faults.next = [fault]),
    breakTimeline: () => void (server.faults.isTimelineDown = true),
    breakRemove: () => void (server.faults.isRemoveDown = true),
    breakConnection: () => void (server.faults.isExpired = true),
    breakInsights: () => void (server.faults.isInsightsDown = true),
    close: () => server.close(),
  };
}
