import { afterEach, beforeEach, expect, it } from 'vitest';

import { doubtDeliveries } from '../../../scripts/archive/doubt-deliveries';
import { buildPost } from '../../helpers/builders';
import { openSocialWorld } from '../../helpers/social-world';
import type { SocialWorld } from '../../helpers/social-world';

let world: SocialWorld;

beforeEach(async () => {
  world = await openSocialWorld({
    posts: [
      buildPost({ code: 'DUE', texts: { fr: 'Partie entre la sauvegarde et la panne ?' } }),
      buildPost({ code: 'SENT', texts: { fr: 'Partie avant la sauvegarde.' } }),
      buildPost({
        code: 'LATER',
        texts: { fr: 'Pour demain.' },
        dueAt: new Date('2026-12-02T12:00:00Z'),
      }),
    ],
  });
  await world.approve('SENT');
  world.clock.set('2026-12-01T12:00:00Z');
  await world.beat();
  await world.approve('DUE');
  await world.approve('LATER');
});
afterEach(() => world.close());

const stateOf = async (code: string) => (await world.delivery(code)).state;

it('doubts what waited and was due, and nothing else', async () => {
  expect(doubtDeliveries(world.databaseFile, new Date('2026-12-01T12:30:00Z'))).toBe(1);
  expect(await stateOf('DUE')).toBe('unknown');
  expect(await stateOf('SENT')).toBe('sent');
  expect(await stateOf('LATER')).toBe('queued');
});

it('finds on its network what went out after the backup, and sends it no second time', async () => {
  const { ports } = world;
  const { content } = await world.delivery('DUE');
  // The server that broke down sent it; the backup does not know.
  await world.channel.publish(content);
  doubtDeliveries(world.databaseFile, new Date('2026-12-01T12:01:00Z'));
  world.clock.set('2026-12-01T12:05:00Z');
  expect(await world.beat()).toEqual(['found-on-timeline']);
  expect(await stateOf('DUE')).toBe('sent');
  expect((await world.wallTexts()).filter((text) => text === content.text)).toHaveLength(1);
  expect(await ports.deliveries.living()).toHaveLength(1);
});

it('sends what is not there after all', async () => {
  doubtDeliveries(world.databaseFile, new Date('2026-12-01T12:01:00Z'));
  world.clock.set('2026-12-01T12:05:00Z');
  expect(await world.beat()).toEqual(['not-on-timeline']);
  world.clock.set('2026-12-01T12:06:00Z');
  expect(await world.beat()).toEqual(['published']);
});
