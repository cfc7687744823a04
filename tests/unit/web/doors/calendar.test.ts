import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';

import type { Manifest } from '../../../../src/domain/delivery';
import { DOOR_FORMATS } from '../../../../src/web/doors/formats';
import {
  buildBusyDay,
  buildManifest,
  buildManifestFile,
  buildManifestSlot,
  LINKS,
} from '../../../helpers/manifests';

async function written(manifest: Manifest): Promise<string> {
  const format = DOOR_FORMATS.find(({ code }) => code === 'calendrier.ics');
  const answer = await format?.write(manifest, LINKS, {});
  return String(answer?.body);
}

/** What the foreign reader makes of it. */
async function eventsOf(manifest: Manifest) {
  const calendar = new ICAL.Component(ICAL.parse(await written(manifest)) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
      status: component.getFirstPropertyValue('status'),
    };
  });
}

describe('the calendar', () => {
  it('has each window at its instant, read by a stranger', async () => {
    const events = await eventsOf(buildBusyDay());
    expect(events).toHaveLength(3);
    expect(events[1]).toEqual({
      uid: '6f1c9c1e-0000-4000-8000-000000000002@kay.yeelen',
      sequence: 3,
      summary: '0043 Ka bɔ so ani ka ɲɛnini kɛ, ŋaniya ɲuman (bambara)',
      description:
        'Entre 7 h 30 et 8 h 00, heure de la radio.\nSpot 0043, bambara, 45\u00a0s.\nFichier : KAY-0043_v2_BM_20261201-20261231_045s.mp3',
      start: new Date('2026-12-01T07:30:00Z'),
      end: new Date('2026-12-01T08:00:00Z'),
      status: 'CONFIRMED',
    });
  });

  it.each([
    ['Africa/Bamako', 'Entre 1 h 30 et 2 h 00'],
    ['Asia/Kolkata', 'Entre 7 h 00 et 7 h 30'],
    ['Europe/Paris', 'Entre 3 h 30 et 4 h 00'],
  ])(
    'says the clock of a station in %s on the night of the spring jump',
    async (timeZone, words) => {
      const slot = buildManifestSlot({
        windowStart: new Date('2027-03-28T01:30:00Z'),
        windowEnd: new Date('2027-03-28T02:00:00Z'),
        airDate: '2027-03-28',
      });
      const [event] = await eventsOf(buildManifest({ timeZone, slots: [slot] }));
      expect(event?.start).toEqual(slot.windowStart);
      expect(event?.description).toContain(words);
    },
  );

  it('tells both windows of the hour that comes twice in autumn apart', async () => {
    const at = (start: string, slotId: string) =>
      buildManifestSlot({
        slotId,
        windowStart: new Date(start),
        windowEnd: new Date(new Date(start).getTime() + 15 * 60_000),
        airDate: '2026-10-25',
      });
    const slots = [at('2026-10-25T00:30:00Z', 'first'), at('2026-10-25T01:30:00Z', 'second')];
    const events = await eventsOf(buildManifest({ timeZone: 'Europe/Paris', slots }));
    expect(events.map(({ description }) => description?.slice(0, 25))).toEqual([
      'Entre 2 h 30 et 2 h 45, h',
      'Entre 2 h 30 et 2 h 45, h',
    ]);
    expect(events.map(({ start }) => start)).toEqual(slots.map(({ windowStart }) => windowStart));
  });

  it('keeps a window under its name and raises its number with the list', async () => {
    const [before] = await eventsOf(buildManifest({ version: 3 }));
    const [after] = await eventsOf(buildManifest({ version: 4 }));
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBe(4);
  });

  it('strikes out a window that was cancelled, and those of a recalled spot', async () => {
    const slotId = '6f1c9c1e-0000-4000-8000-00000000000f';
    const cancelled = buildManifestSlot({ slotId });
    const recalled = {
      spotCode: '0043',
      fileNames: ['KAY-0043_v2_BM_20261201-20261231_045s.mp3'],
      recalledAt: new Date('2026-12-01T06:00:00Z'),
      reason: '',
    };
    const events = await eventsOf({
      ...buildBusyDay(),
      cancelledSlots: [cancelled],
      tombstones: [recalled],
    });
    expect(events.map(({ uid, status }) => [uid.slice(34, 36), status])).toEqual([
      ['01', 'CONFIRMED'],
      ['02', 'CANCELLED'],
      ['03', 'CONFIRMED'],
      ['0f', 'CANCELLED'],
    ]);
  });

  it('folds lines at 75 octets, never inside a letter, and comes back whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...'aéɛɔɲŋ€😀,;:\\"\n '), { maxLength: 110 }),
        async (letters) => {
          const title = letters.join('');
          const manifest = buildManifest({ files: [buildManifestFile({ title })] });
          const text = await written(manifest);
          for (const line of text.split('\r\n')) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
            expect(line).not.toContain('\ufffd');
          }
          const [event] = await eventsOf(manifest);
          const calm = title.replace(/\s+/g, ' ').trim();
          expect(event?.summary).toBe(`0042 ${calm} (français)`);
        },
      ),
      { numRuns: 40 },
    );
  });
});
