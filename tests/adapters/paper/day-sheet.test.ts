import { describe, expect, it } from 'vitest';

import { createPaperPrinter } from '../../../src/adapters/paper';
import type { Manifest } from '../../../src/domain/delivery';
import { daySheet, type SheetCode } from '../../../src/web/doors/formats';
import { buildBusyDay, buildManifestFile, LINKS } from '../../helpers/manifests';
import { hasPdfToText, pdfFacts, pdfPages } from '../../helpers/read-pdf';

const DAY = '2026-12-01';
const BAMBARA = 'Ka bɔ so ani ka ɲɛnini kɛ, ŋaniya ɲuman. Ɛ Ɔ Ɲ Ŋ';

const CODE: SheetCode = {
  code: '104',
  lines: buildBusyDay().slots.map(({ slotId }, place) => ({ slotId, line: place + 1 })),
};

function busyDay(what: Partial<Manifest> = {}): Manifest {
  const day = buildBusyDay();
  const files = day.files.map((file) =>
    file.language === 'bm' ? { ...file, liveText: BAMBARA } : file,
  );
  return { ...day, files, ...what };
}

async function printed(manifest: Manifest, code: SheetCode | null = CODE): Promise<Buffer> {
  const { body, mediaType } = await daySheet(createPaperPrinter(), async () => code).write(
    manifest,
    LINKS,
    { day: DAY },
  );
  expect(mediaType).toBe('application/pdf');
  return Buffer.from(body);
}

describe('the printed sheet of a day', () => {
  it('has the letters of Bambara inside, so that they can be read and searched', async () => {
    const { letters, pages } = pdfFacts(await printed(busyDay()));
    for (const letter of 'ɛɔɲŋƐƆƝŊéç') expect(letters).toContain(letter);
    expect(pages).toBeGreaterThanOrEqual(1);
  });

  it('is the same to the byte when it is printed again', async () => {
    const [once, again] = [await printed(busyDay()), await printed(busyDay())];
    expect(once.equals(again)).toBe(true);
  });

  it('is printed for a day on which nothing is planned', async () => {
    expect(pdfFacts(await printed(busyDay({ slots: [], files: [] }))).pages).toBe(1);
  });

  it('takes a text of ten pages and a title without end', async () => {
    const file = buildManifestFile({ title: 'a'.repeat(5000), liveText: 'Un mot. '.repeat(5000) });
    expect(pdfFacts(await printed(busyDay({ files: [file] }))).pages).toBeGreaterThan(8);
  });
});

describe.skipIf(!hasPdfToText())('the printed sheet, read by poppler', () => {
  it('says when to air what, with the line and the file', async () => {
    const text = pdfPages(await printed(busyDay({ smsNumber: '+22376123456' }))).join('\n');
    expect(text).toContain('Radio Kayes');
    expect(text).toContain('Feuille du mardi 1er décembre 2026');
    expect(text).toMatch(/1 +7 h 00 +0042 Partir, c’est aussi savoir/);
    expect(text).toMatch(/3 +19 h 15/);
    expect(text).toContain('Fichier : KAY-0043_v2_BM_20261201-20261231_045s.mp3');
    expect(text).toContain('Par SMS au +223 76 12 34 56');
    expect(text).toContain('OK 104 SAUF 3 COURANT');
    expect(text.match(/Pas diffusé/g)).toHaveLength(3);
  });

  it('says nothing of text messages where no number takes them', async () => {
    const text = pdfPages(await printed(busyDay())).join('\n');
    expect(text).toContain('104');
    expect(text).not.toMatch(/SMS|COURANT/);
  });

  it('gives the text to read in the letters of Bambara', async () => {
    const pages = pdfPages(await printed(busyDay()));
    expect(pages.join('\n')).toContain(BAMBARA);
    expect(pages.at(-1)).toContain(`Page ${pages.length} sur ${pages.length}`);
  });

  it('puts an urgent message above everything else', async () => {
    const urgent = buildManifestFile({ spotCode: '0099', isUrgent: true, liveText: 'Restez.' });
    const day = busyDay();
    const text = pdfPages(await printed({ ...day, files: [urgent, ...day.files] })).join('\n');
    expect(text.indexOf('URGENT')).toBeLessThan(text.indexOf('À diffuser'));
    expect(text.indexOf('Restez.')).toBeLessThan(text.indexOf('À diffuser'));
  });

  it('names what must not be aired any more, and never why', async () => {
    const day = busyDay({
      tombstones: [
        {
          spotCode: '0042',
          fileNames: [buildManifestFile().fileName],
          recalledAt: new Date('2026-12-01T06:00:00Z'),
          reason: 'Le témoin a retiré son accord',
        },
      ],
    });
    const text = pdfPages(await printed(day)).join('\n');
    expect(text).toContain('Spots retirés : 0042');
    expect(text).not.toContain('témoin');
    expect(text.match(/Pas diffusé/g)).toHaveLength(1);
  });

  it('strikes out what an earlier sheet asked for, under the number it had', async () => {
    const { slots } = buildBusyDay();
    const [first, ...others] = slots;
    if (first === undefined) throw new Error('The busy day is empty.');
    const elsewhere = { ...first, slotId: 'slot-of-tomorrow', airDate: '2026-12-02' };
    const day = busyDay({ slots: others, cancelledSlots: [first, elsewhere] });
    const text = pdfPages(await printed(day)).join('\n');
    expect(text).toContain('Annulé : ne diffusez pas');
    expect(text).toMatch(/1 +7 h 00 à 7 h 30 +0042 Partir, c’est aussi savoir\n+ *Annulé/);
    expect(text.match(/Annulé$/gm)).toHaveLength(1);
    expect(text.match(/Pas diffusé/g)).toHaveLength(2);
  });

  it('says nothing of text messages while the day has no code', async () => {
    const text = pdfPages(await printed(busyDay(), null)).join('\n');
    expect(text).not.toContain('SMS');
    expect(text).not.toMatch(/^ *1 +7 h 00/m);
  });
});
