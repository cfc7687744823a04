import { describe, expect, it } from 'vitest';
import { field, MAXIMUM_FORM_BYTES, readForm } from '../../../../src/web/shared/form';
import { fakeContext } from '../fake-context';

describe('a posted form', () => {
  it('is read from the body when nobody parsed it', async () => {
    const form = await readForm(fakeContext({}, { raw: 'station=KAY&access=K7QM+2XWA%20' }).ctx);
    expect(form === null ? null : field(form, 'station')).toBe('KAY');
    expect(form === null ? null : field(form, 'access')).toBe('K7QM 2XWA');
    expect(form === null ? null : field(form, 'missing')).toBe('');
  });

  it('is taken as parsed by the framework; only texts count', async () => {
    const parsed = { station: ['BKO', 'KAY'], access: { nested: 'x' }, key: 3 };
    const form = await readForm(fakeContext({}, { parsed }).ctx);
    expect(form === null ? null : Object.fromEntries(form)).toEqual({ station: 'KAY' });
  });

  it('keeps letters of Bambara and Soninke', async () => {
    const form = await readForm(fakeContext({}, { raw: `t=${encodeURIComponent('ɛɔɲŋ')}` }).ctx);
    expect(form === null ? null : field(form, 't')).toBe('ɛɔɲŋ');
  });

  it('is refused over the limit', async () => {
    const raw = `a=${'x'.repeat(MAXIMUM_FORM_BYTES)}`;
    expect(await readForm(fakeContext({}, { raw }).ctx)).toBeNull();
  });
});
