import { createHash } from 'node:crypto';

import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';

import type { Manifest } from '../../../../src/domain/delivery';
import { DOOR_FORMATS } from '../../../../src/web/doors/formats';
import { buildBusyDay, buildManifest, buildManifestFile, LINKS } from '../../../helpers/manifests';

type Attributes<Name extends string> = { readonly $: Readonly<Record<Name, string>> };
type Channel = {
  readonly 'podcast:locked': string;
  readonly 'podcast:guid': string;
  readonly 'at:deleted-entry'?: Attributes<'ref' | 'when'>;
};
type Item = {
  readonly alternate: Attributes<'type' | 'length'> & {
    readonly 'podcast:integrity': readonly Attributes<'type' | 'value'>[];
    readonly 'podcast:source': readonly Attributes<'uri'>[];
  };
  readonly itunes?: { readonly duration?: string };
};

const reader = new RssParser<Channel, Item>({
  customFields: {
    feed: ['podcast:locked', 'podcast:guid', 'at:deleted-entry'],
    item: [['podcast:alternateEnclosure', 'alternate']],
  },
});

async function written(manifest: Manifest): Promise<string> {
  const format = DOOR_FORMATS.find(({ code }) => code === 'podcast.xml');
  const answer = await format?.write(manifest, LINKS, {});
  return String(answer?.body);
}

async function read(manifest: Manifest) {
  return reader.parseString(await written(manifest));
}

describe('the podcast', () => {
  it('is read by a stranger: one item a file, each with its sound', async () => {
    const feed = await read(buildBusyDay());
    expect(feed.title).toBe('Partir informé – Radio Kayes');
    expect(feed.items.map(({ title }) => title)).toEqual([
      '0043 Ka bɔ so ani ka ɲɛnini kɛ, ŋaniya ɲuman (bambara)',
      '0042 Partir, c’est aussi savoir (français)',
    ]);
    expect(feed.items[1]?.enclosure).toEqual({
      url: 'https://yeelen.example/d/jeton/sons/KAY-0042_v1_FR_20261201-20261231_030s.mp3',
      length: '480000',
      type: 'audio/mpeg',
    });
    expect(feed.items[1]?.isoDate).toBe('2026-11-30T18:00:00.000Z');
    expect(feed.items[1]?.itunes?.duration).toBe('30');
  });

  it('is locked, private, and says which feed it is', async () => {
    const feed = await read(buildBusyDay());
    expect(feed['podcast:locked']).toBe('yes');
    expect(feed.feedUrl).toBe(LINKS.feedUrl);
    expect(feed['podcast:guid']).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(await written(buildBusyDay())).toContain('<itunes:block>Yes</itunes:block>');
  });

  it('lets a reader check the sound that it fetched', async () => {
    const sound = Buffer.from('the bytes of a sound');
    const sha256 = createHash('sha256').update(sound).digest('hex');
    const feed = await read(buildManifest({ files: [buildManifestFile({ sha256 })] }));
    const alternate = feed.items[0]?.alternate;
    expect(alternate?.['podcast:integrity'][0]?.$).toEqual({
      type: 'sri',
      value: `sha256-${createHash('sha256').update(sound).digest('base64')}`,
    });
    expect(alternate?.['podcast:source'][0]?.$.uri).toBe(feed.items[0]?.enclosure?.url);
  });

  it('puts an urgent message first, however old', async () => {
    const urgent = buildManifestFile({
      spotCode: '0007',
      isUrgent: true,
      publishedAt: new Date('2026-11-01T08:00:00Z'),
    });
    const day = buildBusyDay();
    const feed = await read({ ...day, files: [...day.files, urgent] });
    expect(feed.items[0]?.title).toMatch(/^0007 /);
    expect(feed.items[0]?.content).toMatch(/^URGENT/);
  });

  it('names a file that is re-issued anew, for readers never try an item again', async () => {
    const before = await read(buildManifest());
    const newSound = await read(
      buildManifest({ files: [buildManifestFile({ sha256: 'ef'.repeat(32), versionNumber: 2 })] }),
    );
    const backAgain = await read(
      buildManifest({
        files: [buildManifestFile({ publishedAt: new Date('2026-12-02T08:00:00Z') })],
      }),
    );
    const guids = [before, newSound, backAgain].map(({ items }) => items[0]?.guid);
    expect(new Set(guids).size).toBe(3);
    expect(backAgain.items[0]?.isoDate).toBe('2026-12-02T08:00:00.000Z');
  });

  it('keeps the name of a file that stays, in a later list', async () => {
    const [now, later] = [await read(buildManifest()), await read(buildManifest({ version: 4 }))];
    expect(later.items[0]?.guid).toBe(now.items[0]?.guid);
  });

  it('drops what was recalled, and says so', async () => {
    const day = buildBusyDay();
    const feed = await read({
      ...day,
      tombstones: [
        {
          spotCode: '0042',
          fileNames: [buildManifestFile().fileName],
          recalledAt: new Date('2026-12-01T06:00:00Z'),
          reason: 'Le témoin a retiré son accord',
        },
      ],
    });
    expect(feed.items.map(({ title }) => title?.slice(0, 4))).toEqual(['0043']);
    expect(feed['at:deleted-entry']).toMatchObject({
      $: { ref: 'spot:KAY:0042', when: '2026-12-01T06:00:00.000Z' },
    });
  });

  it('never tells why a spot was recalled: that may be about a person', async () => {
    const reason = 'Le témoin a retiré son accord';
    const text = await written({
      ...buildBusyDay(),
      tombstones: [{ spotCode: '0042', fileNames: [], recalledAt: new Date(0), reason }],
    });
    expect(text).not.toContain(reason);
  });

  it('stays XML whatever stands in a title', async () => {
    const title = ']]></title><item>&\u0000\u0008\ud800 « ɲɛ »';
    const feed = await read(buildManifest({ files: [buildManifestFile({ title })] }));
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]?.title).toBe('0042 ]]></title><item>& « ɲɛ » (français)');
  });
});
