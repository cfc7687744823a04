import { limitsWith, NETWORK_LIMITS } from '../../domain/social';
import type { ChannelLimits, Network } from '../../domain/social';
import type { PlanningPorts } from './social-ports';

/**
 * The length rules of the networks that are connected. X's own count takes a third of a second to load: it is loaded
 * when a post is for X, and not before.
 *
 * @param networks those that the texts are for.
 */
export async function limitsOf(
  { channels, textCounter }: Pick<PlanningPorts, 'channels' | 'textCounter'>,
  networks: readonly Network[],
): Promise<ReadonlyMap<Network, ChannelLimits>> {
  const countNear = (text: string) => NETWORK_LIMITS.x.weigh(text);
  const count = networks.includes('x') ? await textCounter.onX() : countNear;
  return new Map([...limitsWith(count)].filter(([network]) => channels.has(network)));
}
