import { beforeAll, describe, expect, it } from 'vitest';

import { measureBusyStation, type PageFigures } from '../bench/delivery-page';
import { bootApp } from '../helpers/strapi';

let figures: PageFigures;

beforeAll(async () => {
  figures = await measureBusyStation(await bootApp(), 'KIT');
});

describe('the page of a station on a weak line', () => {
  it('loads the first time in 14 KB and 8 requests, headers, script and worker included', () => {
    expect(figures.pageBytes).toBeLessThanOrEqual(14 * 1024);
    expect(figures.pageRequests).toBeLessThanOrEqual(8);
  });

  it('costs 1.5 KB when it is visited again and nothing changed, with its script and without', () => {
    expect(figures.repeatBytes).toBeLessThanOrEqual(1.5 * 1024);
    expect(figures.readings.withoutScriptRepeatBytes).toBeLessThanOrEqual(1.5 * 1024);
  });
});
