import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { broadcastMetadata } from '../../../../src/domain/audio';
import { buildProfile, buildSpot, buildSpotVersion } from '../../../helpers/builders';

const WAV = buildProfile({ codec: 'wav', bitRateKbps: null, sampleRateHz: 48_000, channels: 1 });

describe('what a WAV file says of itself to an automation', () => {
  const spot = buildSpot({ code: '0042', title: ' Taama  kɔrɔ ', language: 'bm' });
  const version = buildSpotVersion({ number: 3, uploadedAt: new Date('2026-11-24T09:05:07Z') });
  const { bext, cart } = broadcastMetadata(spot, version, 'Partir informé', WAV);

  it('is filed under the number of the spot, with the code in the title', () => {
    expect(cart.cutId).toBe('0042');
    expect(cart.title).toBe('0042 Taama kɔrɔ');
    expect(cart.artist).toBe('Partir informé');
    expect(cart.clientId).toBe('Partir informé');
    expect(cart.classification).toBe('BM');
    expect(cart.category.length).toBeLessThanOrEqual(10);
  });

  it('may be aired on the days of its flight', () => {
    expect([cart.startDay, cart.endDay]).toEqual(['2026-12-01', '2026-12-31']);
  });

  it('names the recording, and the instant it was sent in', () => {
    expect(bext.description).toBe('0042 v3 BM Taama kɔrɔ');
    expect(bext.originatorReference).toBe('0042 v3 BM');
    expect(bext.originatedAt).toEqual(new Date('2026-11-24T09:05:07Z'));
  });

  it('ends on the last words that are heard', () => {
    expect(cart.outCue).toBe('Appelez le numéro vert.');
    expect(cart.lines).toEqual([spot.liveText]);
  });

  it('has no last words where nobody wrote the text down', () => {
    const silent = broadcastMetadata(buildSpot({ liveText: ' \n ' }), version, 'Partir', WAV);
    expect(silent.cart.outCue).toBe('');
    expect(silent.cart.lines).toEqual([]);
  });

  it('keeps the end of a long text and at most eight words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zɛɔɲŋ]{1,20}$/u), { minLength: 1 }), (words) => {
        const liveText = words.join(' ');
        const { outCue } = broadcastMetadata(buildSpot({ liveText }), version, 'P', WAV).cart;
        expect(liveText.endsWith(outCue)).toBe(true);
        expect(outCue.split(' ').length).toBeLessThanOrEqual(8);
        expect([...outCue].length).toBeLessThanOrEqual(32);
        expect(outCue).not.toBe('');
      }),
    );
  });

  it('says how the sound was coded, on one channel or two', () => {
    const stereo = buildProfile({ codec: 'wav', sampleRateHz: 44_100, channels: 2 });
    expect(bext.codingHistory).toEqual(['A=PCM,F=48000,W=16,M=mono,T=Yeelen']);
    expect(broadcastMetadata(spot, version, 'P', stereo).bext.codingHistory).toEqual([
      'A=PCM,F=44100,W=16,M=stereo,T=Yeelen',
    ]);
  });
});
