import { expect, it } from 'vitest';

import { runNetworkStorm } from '../../helpers/network-storm';

it(
  'publishes once on X and Facebook, whoever dies, whatever line breaks, also from a copied database',
  { timeout: 180_000 },
  async () => {
    const storm = await runNetworkStorm({
      rounds: 3,
      workersARound: 2,
      seed: 20261201,
      copiedInRound: 1,
    });
    const { doubles, lost, disagreeing } = storm;
    // By the ledgers of the networks, not by our rows.
    expect({ doubles, lost, disagreeing }).toEqual({ doubles: [], lost: [], disagreeing: [] });
    expect(storm.deliveries).toBe(76);
    // Only what went to Telegram, whose channel nobody can read back, is left to a person.
    expect(storm.unknown).toBeLessThanOrEqual(4);
    // It was a storm: calls were repeated, and the copy was behind its network.
    expect(storm.kills).toBe(6);
    expect(storm.calls).toBeGreaterThan(storm.deliveries - storm.unknown);
    expect(storm.doubted).toBeGreaterThan(0);
  },
);
