import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareSpot, submitRecording } from '../../../../src/use-cases/audio';
import type { RenditionOrder } from '../../../../src/composition/ports';
import { buildProfile, buildSpot } from '../../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../../helpers/test-ports';
import { createFakeEngine } from './fake-engine';

const AUTOMATED = buildProfile({ code: 'WAV', codec: 'wav', bitRateKbps: null, channels: 1 });
const BY_HAND = buildProfile({ code: 'MP3' });

let world: TestPorts;
const orders: RenditionOrder[] = [];
beforeEach(async () => {
  orders.length = 0;
  const engine = createFakeEngine();
  world = await openTestPorts({
    audio: {
      ...engine,
      render: (master, measurement, asked, onProgress) => {
        orders.push(...asked);
        return engine.render(master, measurement, asked, onProgress);
      },
    },
    content: {
      spots: [buildSpot({ code: '0042', flightStart: '2026-12-01', flightEnd: '2026-12-31' })],
      profiles: [AUTOMATED, BY_HAND],
    },
  });
});
afterEach(() => world.close());

describe('a file for an automation', () => {
  it('is told the spot, its days on air and the instant of its recording; an MP3 has its tags alone', async () => {
    const received = await submitRecording(world.ports, {
      spotCode: '0042',
      content: Readable.from([Buffer.from('the sound')]),
      by: 'user:journalist',
    });
    if (received.kind !== 'received') throw new Error(received.kind);
    await prepareSpot(world.ports, received.version.id);

    const words = new Map(orders.map(({ profile, broadcast }) => [profile.code, broadcast]));
    expect(words.get('WAV')?.cart).toMatchObject({
      cutId: '0042',
      startDay: '2026-12-01',
      endDay: '2026-12-31',
    });
    expect(words.get('WAV')?.bext.originatedAt).toEqual(received.version.uploadedAt);
    expect([...words.keys()]).toEqual(['WAV', 'MP3']);
    expect(words.get('MP3')).toBeUndefined();
  });
});
