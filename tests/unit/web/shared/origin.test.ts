import { describe, expect, it } from 'vitest';
import { isFromOurPages, type Provenance } from '../../../../src/web/shared/origin';

const REQUEST: Provenance = {
  origin: '',
  secFetchSite: '',
  referer: '',
  host: 'yeelen.example',
  publicUrl: 'https://radio.example',
};

describe('where a posted form comes from', () => {
  it.each<[string, Partial<Provenance>, boolean]>([
    ['our own page', { origin: 'https://yeelen.example' }, true],
    [
      'our public address behind a proxy',
      { origin: 'https://radio.example', host: '10.0.0.1:1337' },
      true,
    ],
    ['another site', { origin: 'https://evil.example' }, false],
    [
      'a site whose name begins like ours',
      { origin: 'https://yeelen.example.evil.example' },
      false,
    ],
    ['our host on another port', { origin: 'https://yeelen.example:8443' }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
    ['an origin that is no address', { origin: 'yeelen.example' }, false],
    ['a page of ours, told by the browser', { secFetchSite: 'same-origin' }, true],
    ['another site, told by the browser', { secFetchSite: 'cross-site' }, false],
    ['another sub-domain, told by the browser', { secFetchSite: 'same-site' }, false],
    [
      'another site, although the browser claims it is ours',
      { origin: 'https://evil.example', secFetchSite: 'same-origin' },
      false,
    ],
    ['an old browser on our page', { referer: 'https://yeelen.example/station' }, true],
    ['an old browser on another page', { referer: 'https://evil.example/' }, false],
    ['no browser at all', {}, true],
  ])('%s', (_story, headers, expected) => {
    expect(isFromOurPages({ ...REQUEST, ...headers })).toBe(expected);
  });
});
