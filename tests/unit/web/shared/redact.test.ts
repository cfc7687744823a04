import { describe, expect, it } from 'vitest';
import { redactAddress, redactPath } from '../../../../src/web/shared/redact';

describe('an address in the log', () => {
  it('shows no code and no token', () => {
    const line = redactAddress('/station/session?access=K7QM-2XWA-9FDT&token=secret&langue=bm');
    expect(line).toBe('/station/session?access=…&token=…&langue=bm');
  });

  it('hides also a harmless name with something else in it', () => {
    expect(redactAddress('/messages?langue=K7QM-2XWA-9FDT-K7QM-2XWA')).toBe('/messages?langue=…');
  });

  it.each([
    ['/d/Zk3-secret_of_a_station/manifest.json', '/d/…/manifest.json'],
    ['/d/Zk3-secret_of_a_station/sounds/KAY-0042.mp3', '/d/…/sounds/KAY-0042.mp3'],
    ['/d/Zk3-secret_of_a_station', '/d/…'],
    ['/D/Zk3-secret_of_a_station/bundle.zip', '/d/…/bundle.zip'],
    ['/station/programme', '/station/programme'],
  ])('shows no link of a program: %s', (path, expected) => {
    expect(redactPath(path)).toBe(expected);
    expect(redactAddress(`${path}?depuis=12`)).toBe(`${expected}?depuis=…`);
  });

  it('stays as it is without a query', () => {
    expect(redactAddress('/station/programme')).toBe('/station/programme');
  });
});
