/**
 * One process of a storm: it says when it is ready, begins when told, and beats without end until it is killed. Each
 * dot it writes is a moment at which it may be killed: within a call, before and after the network took the post.
 */
import { once } from 'node:events';

import { publishDue } from '../../src/use-cases/social';
import { seededChance } from './chance';
import { connect } from './database';
import { endPauses, runningClock, stormPorts, stormPosts, stormWeather } from './social-storm';
import type { SimulatorFaults } from '../../src/adapters/simulator';
import type { StormOrder } from './social-storm';

function dotted(weather: SimulatorFaults): SimulatorFaults {
  return {
    ...weather,
    pause: async () => {
      process.stdout.write('.');
      await weather.pause?.();
    },
  };
}

async function beatWithoutEnd(order: StormOrder): Promise<never> {
  let now = () => new Date(order.startsAt);
  const weather = dotted(stormWeather(seededChance(order.seed), () => now()));
  const posts = stormPosts(order.postCount);
  const { ports } = stormPorts(connect(order.databaseFile), order, posts, () => now(), weather);
  await ports.deliveries.due(now(), 1);
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  now = runningClock(new Date(order.startsAt));
  for (;;) {
    await publishDue(ports, now());
    await endPauses(ports);
    process.stdout.write('.');
    await new Promise((resume) => setTimeout(resume, 5));
  }
}

void beatWithoutEnd(JSON.parse(process.argv[2] ?? '{}') as StormOrder);
