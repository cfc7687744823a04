import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  readSocialFigures,
  readSocialLines,
} from '../../../../src/use-cases/results/social-figures';
import { takeInsights } from '../../../../src/use-cases/social';
import { buildAccount } from '../../../helpers/builders';
import { openSocialWorld, type SocialWorld } from '../../../helpers/social-world';

let world: SocialWorld;
beforeEach(async () => {
  world = await openSocialWorld();
  await world.approve();
  world.clock.set('2026-12-01T12:00:00Z');
  await world.beat();
});
afterEach(() => world.close());

const agesKept = async () =>
  [...new Set((await world.ports.insights.all()).map(({ ageHours }) => ageHours))].sort(
    (a, b) => a - b,
  );

describe('the figures of a published post', () => {
  it('are kept at each age once, however often the heartbeat comes', async () => {
    expect(await takeInsights(world.ports)).toMatchObject({ kept: 0 });
    for (const [at, kept] of [
      ['2026-12-01T13:00:00Z', 1],
      ['2026-12-01T13:00:15Z', 0],
      ['2026-12-02T12:00:00Z', 1],
      ['2026-12-08T12:00:00Z', 1],
      ['2026-12-29T12:00:00Z', 1],
      ['2027-01-02T12:00:00Z', 0],
    ] as const) {
      world.clock.set(at);
      expect((await takeInsights(world.ports)).kept).toBe(kept);
    }
    expect(await agesKept()).toEqual([1, 24, 168, 672]);
    const keys = (await world.ports.insights.all()).map(
      ({ deliveryId, ageHours, metric }) => `${deliveryId}/${ageHours}/${metric}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are kept once by two heartbeats at the same time', async () => {
    world.clock.set('2026-12-01T13:00:00Z');
    const reports = await Promise.all([takeInsights(world.ports), takeInsights(world.ports)]);
    expect(reports.map(({ kept }) => kept).sort()).toEqual([0, 1]);
    expect(reports.flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  it('that came late after a power cut say how old the post really was', async () => {
    world.clock.set('2026-12-03T12:00:00Z');
    expect(await takeInsights(world.ports)).toMatchObject({ kept: 2 });
    const figures = await readSocialFigures(world.ports);
    expect(
      new Set(figures.map(({ ageHours, trueAgeHours }) => `${ageHours}/${trueAgeHours}`)),
    ).toEqual(new Set(['1/48', '24/48']));
    for (const { deliveries } of await readSocialLines(world.ports)) expect(deliveries).toBe(1);
  });

  it('wait while the account is paused or the network is silent, and are asked again', async () => {
    world.clock.set('2026-12-01T13:00:00Z');
    world.content.accounts = [buildAccount({ isPaused: true })];
    expect(await takeInsights(world.ports)).toMatchObject({ kept: 0, waiting: 1 });
    world.content.accounts = [buildAccount()];
    world.weather.isInsightsDown = () => true;
    expect(await takeInsights(world.ports)).toMatchObject({ kept: 0, waiting: 1 });
    world.weather.isInsightsDown = () => false;
    expect(await takeInsights(world.ports)).toMatchObject({ kept: 1, waiting: 0 });
  });

  it('are none where the network gives none: it is not asked for ever', async () => {
    world.clock.set('2026-12-01T13:00:00Z');
    world.channel.insights = () => Promise.resolve([]);
    expect((await takeInsights(world.ports)).kept).toBe(1);
    expect((await takeInsights(world.ports)).kept).toBe(0);
    expect(await world.ports.insights.all()).toEqual([]);
  });

  it('are not asked for after two months', async () => {
    world.clock.set('2027-02-01T12:00:00Z');
    expect(await takeInsights(world.ports)).toEqual({ kept: 0, waiting: 0, troubles: [] });
  });
});
