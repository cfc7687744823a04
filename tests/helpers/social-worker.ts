/**
 * One process of a storm: it beats without end until it is killed.
 *
 *     node --import tsx tests/helpers/social-worker.ts '<StormOrder as JSON>'
 */
import { publishDue } from '../../src/use-cases/social';
import { seededChance } from './chance';
import { connect } from './database';
import { runningClock, stormPorts, stormPosts, stormWeather } from './social-storm';
import type { StormOrder } from './social-storm';

async function beatWithoutEnd(order: StormOrder): Promise<never> {
  const now = runningClock(new Date(order.startsAt));
  const weather = stormWeather(seededChance(order.seed), now);
  const posts = stormPosts(order.postCount);
  const { ports } = stormPorts(connect(order.databaseFile), order, posts, now, weather);
  await ports.deliveries.due(now(), 1);
  process.stdout.write('ready\n');
  for (;;) {
    await publishDue(ports, now());
    await new Promise((resume) => setTimeout(resume, 5));
  }
}

void beatWithoutEnd(JSON.parse(process.argv[2] ?? '{}') as StormOrder);
