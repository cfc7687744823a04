import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDownload, type DownloadRequest } from '../../../../src/web/shared/plan-download';

const FILE = { sizeBytes: 1000, etag: '"aa11"' };

function ask(headers: Partial<DownloadRequest>) {
  return planDownload({ method: 'GET', range: '', ifRange: '', ifNoneMatch: '', ...headers }, FILE);
}

describe('a request for a file', () => {
  it.each<[string, Partial<DownloadRequest>, unknown]>([
    ['asks for all of it', {}, { status: 200 }],
    ['resumes after a cut', { range: 'bytes=400-' }, { status: 206, first: 400, last: 999 }],
    ['asks for a part', { range: 'bytes=0-99' }, { status: 206, first: 0, last: 99 }],
    ['asks for the last bytes', { range: 'bytes=-10' }, { status: 206, first: 990, last: 999 }],
    [
      'asks for more last bytes than there are',
      { range: 'bytes=-5000' },
      { status: 206, first: 0, last: 999 },
    ],
    [
      'asks for a part that ends past the end',
      { range: 'bytes=900-5000' },
      { status: 206, first: 900, last: 999 },
    ],
    ['asks past the end', { range: 'bytes=1000-' }, { status: 416 }],
    ['asks for no last bytes at all', { range: 'bytes=-0' }, { status: 416 }],
    ['asks for several parts', { range: 'bytes=0-9,20-29' }, { status: 200 }],
    ['asks in another unit', { range: 'seconds=0-9' }, { status: 200 }],
    ['asks for nonsense', { range: 'bytes=a-b' }, { status: 200 }],
    ['asks backwards', { range: 'bytes=9-1' }, { status: 416 }],
    [
      'resumes the same file',
      { range: 'bytes=400-', ifRange: '"aa11"' },
      { status: 206, first: 400, last: 999 },
    ],
    [
      'resumes a file that was replaced',
      { range: 'bytes=400-', ifRange: '"bb22"' },
      { status: 200 },
    ],
    [
      'resumes with a weak tag, which proves nothing',
      { range: 'bytes=400-', ifRange: 'W/"aa11"' },
      { status: 200 },
    ],
    [
      'resumes with a date, which this file has not',
      { range: 'bytes=400-', ifRange: 'Mon, 23 Nov 2026 07:00:00 GMT' },
      { status: 200 },
    ],
    [
      'resumes a replaced file past its end',
      { range: 'bytes=4000-', ifRange: '"bb22"' },
      { status: 200 },
    ],
    ['has it already', { ifNoneMatch: '"aa11"' }, { status: 304 }],
    ['has it already, among others', { ifNoneMatch: '"cc33", W/"aa11"' }, { status: 304 }],
    ['has another one', { ifNoneMatch: '"bb22"' }, { status: 200 }],
    [
      'has it already and asks for a part',
      { ifNoneMatch: '"aa11"', range: 'bytes=0-9' },
      { status: 304 },
    ],
    ['looks only at the headers', { method: 'HEAD' }, { status: 200 }],
    [
      'looks only at the headers of a part',
      { method: 'HEAD', range: 'bytes=0-9' },
      { status: 200 },
    ],
  ])('%s', (_story, headers, expected) => {
    expect(ask(headers)).toEqual(expected);
  });

  it('never leaves the file, whatever range is asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.string(),
        fc.nat(),
        fc.nat(),
        (size, junk, a, b) => {
          for (const range of [
            `bytes=${a}-${b}`,
            `bytes=${a}-`,
            `bytes=-${b}`,
            `bytes=${junk}`,
            junk,
          ]) {
            const plan = planDownload(
              { method: 'GET', range, ifRange: '', ifNoneMatch: '' },
              { sizeBytes: size, etag: '"x"' },
            );
            if (plan.status !== 206) continue;
            expect(plan.first).toBeGreaterThanOrEqual(0);
            expect(plan.last).toBeGreaterThanOrEqual(plan.first);
            expect(plan.last).toBeLessThan(size);
          }
        },
      ),
    );
  });
});
