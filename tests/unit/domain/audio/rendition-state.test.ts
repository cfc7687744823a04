import { describe, expect, it } from 'vitest';

import {
  mayBePreparedAgain,
  renditionState,
  type RenditionFacts,
  type VerdictReason,
} from '../../../../src/domain/audio';

const MISS: VerdictReason = {
  kind: 'off-target',
  profileCode: 'MP3-128',
  profileHash: 'hash',
  measuredLufs: -19,
  targetLufs: -16,
  measuredDbtp: -1,
  ceilingDbtp: -1,
};

type Told = Partial<Omit<RenditionFacts, 'version'>> & {
  readonly version?: Partial<NonNullable<RenditionFacts['version']>> | null;
};

function stateOf({ version = {}, ...facts }: Told) {
  return renditionState({
    profileHash: 'hash',
    isThere: false,
    hasOlder: false,
    job: null,
    ...facts,
    version:
      version === null ? null : { state: 'ready', progressPercent: 100, reasons: [], ...version },
  });
}

describe('the file of one profile', () => {
  it('needs a recording', () => expect(stateOf({ version: null }).kind).toBe('no-recording'));

  it('that is there is ready, whatever else is being made', () => {
    expect(stateOf({ isThere: true, job: 'running' }).kind).toBe('ready');
    expect(stateOf({ isThere: true, version: { state: 'failed' } }).kind).toBe('ready');
  });

  it('waits while the recording waits or is checked', () => {
    expect(stateOf({ version: { state: 'received' }, job: 'queued' }).kind).toBe('waiting');
    expect(stateOf({ version: { state: 'checking' }, job: 'running' }).kind).toBe('waiting');
    expect(stateOf({ version: { state: 'preparing' } }).kind).toBe('waiting');
  });

  it('that is being made tells how far it is', () => {
    const version = { state: 'preparing', progressPercent: 40 } as const;
    expect(stateOf({ version, job: 'running' })).toEqual({ kind: 'being-made', percent: 40 });
  });

  it('that is added to a ready recording begins at nothing', () => {
    expect(stateOf({ job: 'running' })).toEqual({ kind: 'being-made', percent: 0 });
    expect(stateOf({ job: 'running', version: { progressPercent: 35 } })).toEqual({
      kind: 'being-made',
      percent: 35,
    });
  });

  it('that missed its target is held back, with the reason, in the profile as it is', () => {
    const version = { reasons: [MISS] };
    expect(stateOf({ version })).toEqual({ kind: 'held-back', reason: MISS });
    expect(stateOf({ version, profileHash: 'edited', hasOlder: true }).kind).toBe('out-of-date');
  });

  it('failed with its recording, or with its last job', () => {
    expect(stateOf({ version: { state: 'failed' } }).kind).toBe('failed');
    expect(stateOf({ job: 'failed' }).kind).toBe('failed');
    expect(stateOf({ version: { state: 'failed' }, job: 'queued' }).kind).toBe('waiting');
  });

  it('may be asked for again when nothing else will bring it', () => {
    expect(mayBePreparedAgain(stateOf({ version: { state: 'failed' } }))).toBe(true);
    expect(mayBePreparedAgain(stateOf({ version: { reasons: [MISS] } }))).toBe(true);
    expect(mayBePreparedAgain(stateOf({ hasOlder: true }))).toBe(true);
    expect(mayBePreparedAgain(stateOf({ isThere: true }))).toBe(false);
    expect(mayBePreparedAgain(stateOf({ job: 'queued' }))).toBe(false);
    expect(mayBePreparedAgain(stateOf({ version: null }))).toBe(false);
  });
});
