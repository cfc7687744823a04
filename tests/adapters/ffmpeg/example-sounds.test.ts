import path from 'node:path';
import { Readable } from 'node:stream';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRendition, prepareSpot, submitRecording } from '../../../src/use-cases/audio';
import { SIX_PROFILES } from '../../fixtures/audio/profiles';
import { buildSpot } from '../../helpers/builders';
import { openTestPorts, type TestPorts } from '../../helpers/test-ports';
import { engineOf, MACHINES } from './machines';

const SOUNDS = path.resolve(import.meta.dirname, '../../../media/demo');

describe.each(MACHINES)('the example sounds, with $name', (machine) => {
  let world: TestPorts;
  beforeAll(async () => {
    world = await openTestPorts({
      audio: engineOf(machine),
      content: { spots: [buildSpot({ code: '0001' })], profiles: [...SIX_PROFILES] },
    });
  });
  afterAll(() => world.close());

  async function prepared(name: string) {
    const content = Readable.from([await readFile(path.join(SOUNDS, name))]);
    const answer = await submitRecording(world.ports, { spotCode: '0001', content, by: 'user:1' });
    if (answer.kind !== 'received') throw new Error(answer.kind);
    await prepareSpot(world.ports, answer.version.id);
    return world.ports.spotVersions.byId(answer.version.id);
  }

  it.each(['spot-fr.mp3', 'spot-bm.mp3', 'spot-snk.mp3'])(
    '%s is ready in six formats for the stations',
    async (name) => {
      const version = await prepared(name);
      expect(version).toMatchObject({
        state: 'ready',
        verdict: { grade: 'accepted', reasons: [] },
      });
      for (const { code } of SIX_PROFILES) {
        const rendition = await findRendition(world.ports, '0001', code);
        expect(rendition?.spotVersionId, code).toBe(version?.id);
      }
    },
  );

  it.each([
    ['too-quiet.mp3', 'too-quiet'],
    ['not-a-sound.mp3', 'not-a-sound'],
  ])('%s is refused: %s', async (name, kind) => {
    const version = await prepared(name);
    expect(version?.state).toBe('refused');
    expect(version?.verdict?.reasons[0]?.kind).toBe(kind);
  });
});
