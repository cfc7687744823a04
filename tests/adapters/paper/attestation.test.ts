import { describe, expect, it } from 'vitest';

import { createPaperPrinter } from '../../../src/adapters/paper';
import {
  accountOf,
  EVIDENCE_GRADES,
  type Airing,
  type Attestation,
  type AttestationContent,
} from '../../../src/domain/broadcast';
import { attestationPaper } from '../../../src/web/desk/attestation-paper';
import { buildAiring, buildContract, buildSlot } from '../../helpers/builders';
import { hasPdfToText, pdfFacts, pdfPages } from '../../helpers/read-pdf';

/** A month of one window a day: every fifth missed, every seventh unanswered, each grade in its turn. */
const SLOTS = Array.from({ length: 28 }, (_, place) => {
  const airDate = `2026-12-${String(place + 1).padStart(2, '0')}`;
  return buildSlot({
    id: `slot-${place}`,
    airDate,
    windowStart: new Date(`${airDate}T07:00:00Z`),
    windowEnd: new Date(`${airDate}T07:30:00Z`),
  });
});
const AIRINGS = SLOTS.flatMap((slot, place): Airing[] => {
  if (place % 7 === 6) return [];
  const evidence = EVIDENCE_GRADES[place % EVIDENCE_GRADES.length] ?? 'page';
  const isMissed = place % 5 === 4;
  return [
    buildAiring({
      id: `airing-${place}`,
      slotId: slot.id,
      evidence,
      outcome: isMissed ? 'missed' : 'aired',
      airedAt: isMissed ? null : slot.windowStart,
      missedReason: isMissed ? 'power' : null,
    }),
  ];
});

function attestation(what: Partial<AttestationContent> = {}): Attestation {
  const contract = buildContract({ airingsOwed: 30, priceXof: 1_250_000 });
  const { lines, ...account } = accountOf(contract, SLOTS, AIRINGS, {
    now: new Date('2027-01-02T10:00:00Z'),
    timeZone: 'Africa/Bamako',
  });
  return {
    number: 'ATT-KAY-0007',
    contractDocumentId: contract.documentId,
    stationCode: 'KAY',
    contentHash: '0123456789abcdef'.repeat(4),
    issuedAt: new Date('2027-01-02T10:00:00Z'),
    issuedBy: 'user:7',
    content: {
      format: 1,
      campaignName: 'Partir informé',
      contractCode: contract.code,
      periodStart: contract.periodStart,
      periodEnd: contract.periodEnd,
      airingsOwed: contract.airingsOwed,
      priceXof: contract.priceXof,
      station: { code: 'KAY', name: 'Radio Kayes', place: 'Kayes', frequencyMhz: 90.1 },
      spots: [{ code: '0042', title: 'Ka bɔ so ani ka ɲɛnini kɛ', language: 'bm' }],
      account,
      lines,
      isExample: false,
      ...what,
    },
  };
}

const printed = (what: Partial<AttestationContent> = {}) =>
  createPaperPrinter().print(attestationPaper(attestation(what), 'Africa/Bamako'));

describe('the attestation on paper', () => {
  it('is the same to the byte when it is printed again', async () => {
    const [once, again] = [await printed(), await printed()];
    expect(once.equals(again)).toBe(true);
    expect(pdfFacts(once).letters).toContain('ɲ');
  });

  it('takes a year of airings of many spots', async () => {
    const [line] = attestation().content.lines;
    if (line === undefined) throw new Error('There is no line.');
    const lines = Array.from({ length: 2000 }, () => line);
    expect(pdfFacts(await printed({ lines })).pages).toBeGreaterThan(40);
  });
});

describe.skipIf(!hasPdfToText())('the attestation, read by poppler', () => {
  it('has a place to sign on its first page, and says what is attested', async () => {
    const [first = ''] = pdfPages(await printed());
    expect(first).toContain('No ATT-KAY-0007');
    expect(first).toContain('Radio Kayes (KAY)');
    expect(first).toContain('Kayes, 90,1 MHz');
    expect(first).toContain('du 01/12/2026 au 31/12/2026');
    expect(first).toContain('1 250 000 F CFA');
    expect(first).toMatch(/Fait à \.+, le \.+/);
    expect(first).toContain('signature et cachet');
  });

  it('adds grades of evidence up only where it says so', async () => {
    const { account } = attestation().content;
    const [first = ''] = pdfPages(await printed());
    expect(first).toMatch(/Enregistrement d’antenne \(Enreg\.\) +\d/);
    expect(first).toMatch(
      new RegExp(`Toutes preuves confondues .* ${account.airedWhateverTheEvidence}\\b`),
    );
    const totals = first
      .split('\n')
      .filter((line) => line.trimEnd().endsWith(` ${account.airedWhateverTheEvidence}`));
    expect(totals.every((line) => line.includes('Toutes preuves confondues'))).toBe(true);
  });

  it('names what was missed and what nobody answered, and counts neither', async () => {
    const text = pdfPages(await printed()).join('\n');
    expect(text).toContain('Pas diffusées : 5 (coupure de courant : 5).');
    expect(text).toContain('Sans réponse de la radio : 4.');
  });

  it('puts each make-good beside the window that was missed', async () => {
    const text = pdfPages(
      await printed({
        madeGood: [
          {
            spotCode: '0042',
            missedDay: '2026-12-05',
            missedTime: '07:00',
            missedReason: 'power',
            day: '2026-12-08',
            time: '18:30',
            state: 'aired',
          },
        ],
      }),
    ).join('\n');
    expect(text).toMatch(
      /05\/12\/2026, 7 h 00 +0042 +Coupure de courant +08\/12\/2026, 18 h 30 +Diffusé/,
    );
    expect(pdfPages(await printed()).join('\n')).not.toContain('Rattrapages');
  });

  it('has a line for each day, with its head on each page, and the whole hash', async () => {
    const pages = pdfPages(await printed());
    const text = pages.join('\n');
    expect(text.match(/^ *\d\d\/12\/2026 +0042/gm)).toHaveLength(28);
    expect(text.replace(/\s/g, '')).toContain('0123456789abcdef'.repeat(4));
    expect(pages.at(-1)).toContain(`Page ${pages.length} sur ${pages.length}`);
    expect(text).toContain('Ka bɔ so ani ka ɲɛnini kɛ');
  });

  it('of example data says in large letters that it is worth nothing', async () => {
    const [first = ''] = pdfPages(await printed({ isExample: true }));
    expect(first).toContain('EXEMPLE');
  });
});
