import { describe, expect, it } from 'vitest';
import { redactAddress } from '../../../../src/web/shared/redact';

describe('an address in the log', () => {
  it('shows no code and no token', () => {
    const line = redactAddress('/station/session?access=K7QM-2XWA-9FDT&token=secret&langue=bm');
    expect(line).toBe('/station/session?access=…&token=…&langue=bm');
  });

  it('hides also a harmless name with something else in it', () => {
    expect(redactAddress('/messages?langue=K7QM-2XWA-9FDT-K7QM-2XWA')).toBe('/messages?langue=…');
  });

  it('stays as it is without a query', () => {
    expect(redactAddress('/station/programme')).toBe('/station/programme');
  });
});
