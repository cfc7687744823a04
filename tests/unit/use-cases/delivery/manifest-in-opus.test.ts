import { describe, expect, it } from 'vitest';

import type { Rendition } from '../../../../src/domain/audio';
import { manifestInOpus } from '../../../../src/use-cases/delivery';
import { buildRendition } from '../../../helpers/builders';
import { buildManifest, buildManifestFile } from '../../../helpers/manifests';
import { unprepared } from '../../../helpers/test-ports';
import type { RenditionStore } from '../../../../src/composition/ports';

function portsWith(...renditions: readonly Rendition[]) {
  const store: Pick<RenditionStore, 'byId' | 'ofVersion'> = {
    byId: async (id) => renditions.find((each) => each.id === id) ?? null,
    ofVersion: async (id) => renditions.filter(({ spotVersionId }) => spotVersionId === id),
  };
  return { renditions: { ...unprepared<RenditionStore>('renditions'), ...store } };
}

const mp3 = buildRendition();
const opus = buildRendition({
  id: 'opus',
  profileCode: 'OPUS-24',
  fileName: '0042_v1_FR_030s.ogg',
  mediaType: 'audio/ogg',
  sizeBytes: 90_000,
});

describe('a list in Opus', () => {
  it('names the light file of the same recording as a station would see it', async () => {
    const light = await manifestInOpus(portsWith(mp3, opus), buildManifest());
    expect(light.files[0]).toMatchObject({
      renditionId: 'opus',
      fileName: 'KAY-0042_v1_FR_20261201-20261231_030s.ogg',
      mediaType: 'audio/ogg',
      sizeBytes: 90_000,
      spotCode: '0042',
    });
  });

  it('never takes a newer recording than the one that was frozen', async () => {
    const newer = { ...opus, id: 'newer', spotVersionId: 'version-0042-2' };
    const light = await manifestInOpus(portsWith(mp3, newer), buildManifest());
    expect(light.files[0]?.renditionId).toBe(mp3.id);
  });

  it('leaves a spot as it is that was not prepared in Opus', async () => {
    const file = buildManifestFile({ renditionId: 'gone' });
    const light = await manifestInOpus(portsWith(), buildManifest({ files: [file] }));
    expect(light.files).toEqual([file]);
  });
});
