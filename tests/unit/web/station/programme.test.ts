import { describe, expect, it } from 'vitest';
import { arrange, type SlotView } from '../../../../src/web/station/programme';
import { buildAiring, buildRendition, buildSlot } from '../../../helpers/builders';

function view(id: string, what: Partial<SlotView> = {}): SlotView {
  return {
    slot: buildSlot({ id }),
    spot: { code: '0042', title: 'Spot', language: 'fr', liveText: null },
    rendition: null,
    heldBack: [],
    isDownloaded: false,
    airing: null,
    isRecordingErased: false,
    ...what,
  };
}

function ids(days: readonly { readonly slots: readonly SlotView[] }[]): readonly string[] {
  return days.flatMap(({ slots }) => slots.map(({ slot }) => slot.id));
}

describe('the order of a station’s page', () => {
  it('tells earlier slots that await an answer from those that were answered', () => {
    const days = [
      { day: '2026-12-01', slots: [view('open'), view('said', { airing: buildAiring() })] },
      { day: '2026-12-02', slots: [view('today', { airing: buildAiring() })] },
      { day: '2026-12-03', slots: [view('later')] },
    ];
    const programme = arrange({ days, today: '2026-12-02' });
    expect(ids(programme.unanswered)).toEqual(['open']);
    expect(ids(programme.answered)).toEqual(['said']);
    expect(ids([programme.today])).toEqual(['today']);
    expect(ids(programme.coming)).toEqual(['later']);
  });

  it('has a today even when nothing is planned', () => {
    expect(arrange({ days: [], today: '2026-12-02' }).today).toEqual({
      day: '2026-12-02',
      slots: [],
    });
  });

  it('lists each file once, from today on', () => {
    const one = buildRendition({ id: 'one' });
    const days = [
      { day: '2026-12-01', slots: [view('a', { rendition: buildRendition({ id: 'old' }) })] },
      { day: '2026-12-02', slots: [view('b', { rendition: one }), view('c', { rendition: one })] },
      { day: '2026-12-03', slots: [view('d', { rendition: buildRendition({ id: 'two' }) })] },
    ];
    const { files } = arrange({ days, today: '2026-12-02' });
    expect(files.map(({ rendition, view: { slot } }) => [rendition.id, slot.id])).toEqual([
      ['one', 'b'],
      ['two', 'd'],
    ]);
  });
});
