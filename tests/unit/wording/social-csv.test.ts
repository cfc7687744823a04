import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { postsCsv } from '../../../src/wording/social-csv';
import { buildPost } from '../../helpers/builders';
import { openSocialWorld } from '../../helpers/social-world';

describe('the table of posts for a donor', () => {
  it('has a row for each part with its state, times on the campaign’s clock and its link', async () => {
    const world = await openSocialWorld({
      posts: [buildPost({ texts: { fr: 'Partir ; "savoir"\nd’abord.' } })],
    });
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    await world.beat();
    const delivery = await world.delivery();
    const table = postsCsv([{ post: buildPost(), delivery }], 'Europe/Paris');
    const [, row]: string[][] = parse(table, { delimiter: ';', bom: true });
    expect(row).toEqual([
      'POST-1',
      'MSG-1',
      'le mur de simulation',
      'MUR',
      'français',
      'Publié',
      '2026-12-01 13:00',
      '2026-12-01 13:00',
      delivery.remoteUrl,
      'Partir ; "savoir" d’abord.',
      '',
    ]);
    await world.close();
  });

  it('says of a post that nobody approved that it was not, and runs no formula', () => {
    const post = { ...buildPost(), messageCode: '=cmd()', dueAt: null };
    const table = postsCsv([{ post, delivery: null }], 'Africa/Bamako');
    expect(table).toContain("POST-1;'=cmd();;;;Pas encore approuvée;;;;;\r\n");
  });
});
