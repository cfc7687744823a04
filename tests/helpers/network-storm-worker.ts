/** One process of a storm over the loopback networks: ready, begins when told, and beats without end until it is killed. */
import { once } from 'node:events';

import { publishDue } from '../../src/use-cases/social';
import { connect } from './database';
import { networkStormPorts, type NetworkStormOrder } from './network-storm';
import { runningClock } from './social-storm';

async function beatWithoutEnd(order: NetworkStormOrder): Promise<never> {
  let now = () => new Date(order.startsAt);
  const ports = networkStormPorts(connect(order.databaseFile), order, () => now());
  await ports.deliveries.due(now(), 1);
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  now = runningClock(new Date(order.startsAt));
  for (;;) {
    await publishDue(ports, now());
    await new Promise((resume) => setTimeout(resume, 5));
  }
}

void beatWithoutEnd(JSON.parse(process.argv[2] ?? '{}') as NetworkStormOrder);
