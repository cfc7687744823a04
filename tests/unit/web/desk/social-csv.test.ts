import { describe, expect, it } from 'vitest';

import type { SocialFigure } from '../../../../src/use-cases/results';
import { socialCsv } from '../../../../src/web/desk/social-csv';

const FIGURE: SocialFigure = {
  deliveryId: 'd1',
  network: 'facebook',
  postCode: 'POST-1',
  accountCode: 'PAGE',
  language: 'bm',
  metric: 'post_total_media_view_unique',
  kind: 'people',
  value: 140,
  ageHours: 24,
  sentAt: new Date('2026-12-01T12:00:00Z'),
  takenAt: new Date('2026-12-03T12:00:00Z'),
  trueAgeHours: 48,
};

describe('the file of figures', () => {
  it('has one line for each figure, with the age it was meant for and the true one', () => {
    const [head, line, end] = socialCsv([FIGURE]).split('\r\n');
    expect(head).toMatch(/^\uFEFFreseau;compte;publication;/u);
    expect(line).toBe(
      'facebook;PAGE;POST-1;bm;2026-12-01T12:00:00.000Z;24;48;2026-12-03T12:00:00.000Z;Personnes;post_total_media_view_unique;140',
    );
    expect(end).toBe('');
  });

  it('runs no formula and breaks at no sign of a name', () => {
    const csv = socialCsv([{ ...FIGURE, metric: '=1+1', accountCode: 'A;"B"' }]);
    expect(csv).toContain(";'=1+1;");
    expect(csv).toContain('"A;""B"""');
  });
});
