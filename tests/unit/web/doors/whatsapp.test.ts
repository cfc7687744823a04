import { describe, expect, it } from 'vitest';

import { DOOR_FORMATS } from '../../../../src/web/doors/formats';
import { fitsWhatsApp } from '../../../../src/web/doors/formats/whatsapp';
import { buildManifest, buildManifestFile, LINKS } from '../../../helpers/manifests';

async function written(files: ReturnType<typeof buildManifestFile>[]): Promise<string> {
  const format = DOOR_FORMATS.find(({ code }) => code === 'whatsapp.txt');
  return String((await format?.write(buildManifest({ files }), LINKS, {}))?.body);
}

const opus = buildManifestFile({
  fileName: 'KAY-0042_v1_FR_20261201-20261231_030s.ogg',
  mediaType: 'audio/ogg',
  sizeBytes: 94_000,
});

describe('the sounds for WhatsApp', () => {
  it('come with what to write beside them and where to fetch them', async () => {
    expect(await written([opus])).toContain(
      '0042 Partir, c’est aussi savoir\nfrançais, 30\u00a0s, 94\u00a0Ko, à diffuser jusqu’au 31/12/2026\nhttps://yeelen.example/d/jeton/sons/KAY-0042_v1_FR_20261201-20261231_030s.ogg',
    );
  });

  it.each([
    ['audio/ogg', 16_000_000, true],
    ['audio/ogg; codecs=opus', 16_000_000, true],
    ['audio/ogg', 16_000_001, false],
    ['audio/wav', 1000, false],
  ])('%s of %d bytes: %s', (mediaType, sizeBytes, fits) => {
    expect(fitsWhatsApp({ mediaType, sizeBytes })).toBe(fits);
  });

  it('say what to do for a spot that has no light sound, without a link to the heavy one', async () => {
    const wav = buildManifestFile({ mediaType: 'audio/wav', fileName: 'KAY-0042.wav' });
    const text = await written([wav]);
    expect(text).toContain('Demandez-le à la campagne');
    expect(text).not.toContain('.wav');
  });
});
