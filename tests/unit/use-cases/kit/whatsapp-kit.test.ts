import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { mediaTypeOf } from '../../../../src/domain/audio';
import {
  kitFileName,
  layOutKit,
  markPosted,
  readKit,
  readMarks,
  undoMark,
} from '../../../../src/use-cases/kit';
import { recallPost } from '../../../../src/use-cases/social';
import {
  buildMessage,
  buildPost,
  buildRendition,
  buildSpot,
  buildSpotVersion,
} from '../../../helpers/builders';
import { readZip } from '../../../helpers/read-zip';
import { openSocialWorld, type SocialWorld } from '../../../helpers/social-world';

let world: SocialWorld;
beforeEach(async () => {
  world = await openSocialWorld({
    posts: [buildPost({ texts: { fr: 'Informez-vous.', bm: 'A’ ye kunnafoni ɲini.' } })],
    messages: [buildMessage({ code: 'MSG-1' })],
    spots: [buildSpot({ code: '0042', messageCode: 'MSG-1', language: 'fr' })],
  });
});
afterEach(() => world.close());

/** A recording that stations hold, with its Opus file in the storage. */
async function prepareVoice(): Promise<void> {
  const version = buildSpotVersion({ spotCode: '0042', state: 'ready' });
  await world.ports.spotVersions.add(version);
  const storageKey = 'renditions/0042.opus';
  await world.ports.files.put(storageKey, Readable.from([Buffer.from('opus sound')]), 100);
  await world.ports.renditions.add(
    buildRendition({ spotVersionId: version.id, storageKey, mediaType: mediaTypeOf('opus') }),
  );
}

async function kit() {
  const answer = await readKit(world.ports, 'POST-1');
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  return answer.value;
}

describe('a post carried by hand', () => {
  it('is one archive with the approved words, the picture and the voice of each language', async () => {
    await prepareVoice();
    await world.approve();
    const archive = await layOutKit(world.ports, await kit(), 'À faire.');
    const bytes = await buffer(archive.read({ first: 0, last: archive.sizeBytes - 1 }));
    expect(bytes).toHaveLength(archive.sizeBytes);
    const entries = await readZip(bytes);
    expect(entries.map(({ name }) => name)).toEqual([
      'LISEZMOI.txt',
      'POST-1-fr-texte.txt',
      'POST-1-fr-image.png',
      'POST-1-fr-statut.png',
      'POST-1-fr-voix.opus',
      'POST-1-bm-texte.txt',
      'POST-1-bm-image.png',
      'POST-1-bm-statut.png',
    ]);
    expect(entries[5]?.content.toString('utf8')).toBe('A’ ye kunnafoni ɲini.\r\n');
    expect((await layOutKit(world.ports, await kit(), 'À faire.')).sha256).toBe(archive.sha256);
  });

  it('has a square card for a chat and an upright one for a status', async () => {
    await world.approve();
    const [french] = (await kit()).parts;
    const shapes: string[] = [];
    for (const { storageKey } of french?.files ?? []) {
      const painted = await buffer(world.ports.files.read(storageKey));
      shapes.push((JSON.parse(painted.toString('utf8')) as { shape: string }).shape);
    }
    expect(shapes).toEqual(['square', 'vertical']);
  });

  it('has no upright card where a photograph goes out', async () => {
    const key = 'pictures/photo.jpg';
    await world.ports.files.put(key, Readable.from([Buffer.from('a photograph')]), 100);
    world.content.posts = world.content.posts.map((post) => ({ ...post, pictureKey: key }));
    await world.approve();
    const files = (await kit()).parts.flatMap(({ files: ofPart }) => ofPart);
    expect(files.map((file) => kitFileName('POST-1', 'fr', file))).toEqual([
      'POST-1-fr-image.jpg',
      'POST-1-fr-image.jpg',
    ]);
  });

  it('is nothing before the approval, after an edit, and after a recall', async () => {
    const kinds = async () => {
      const answer = await readKit(world.ports, 'POST-1');
      return answer.ok ? [] : answer.refusals.map(({ kind }) => kind);
    };
    expect(await kinds()).toEqual(['not-approved']);
    await world.approve();
    expect(await kinds()).toEqual([]);
    world.content.posts = [buildPost({ texts: { fr: 'Autre texte.' } })];
    expect(await kinds()).toEqual(['not-approved']);
    world.content.posts = [
      buildPost({ texts: { fr: 'Informez-vous.', bm: 'A’ ye kunnafoni ɲini.' } }),
    ];
    await recallPost(world.ports, 'POST-1', 'user:2');
    expect(await kinds()).toEqual(['recalled']);
  });

  it('leaves out the voice of a real person who did not consent', async () => {
    await prepareVoice();
    world.content.spots = [
      buildSpot({ code: '0042', messageCode: 'MSG-1', language: 'fr', voices: 'adult' }),
    ];
    await world.approve();
    const files = (await kit()).parts.flatMap(({ files: ofPart }) => ofPart);
    expect(files.map(({ kind }) => kind)).toEqual(['picture', 'status', 'picture', 'status']);
  });
});

describe('where a post was put by hand', () => {
  const people = { namesOf: async () => new Map([['user:7', 'Awa (exemple)']]) };
  const marks = () =>
    readMarks(
      { handPosts: world.ports.handPosts, people: { ...world.ports.people, ...people } },
      'POST-1',
    );

  it('is written down with who and when, and taken back by another row', async () => {
    await world.approve();
    const marked = await markPosted(world.ports, 'POST-1', ' Chaîne  exemple ', 'user:7');
    if (!marked.ok) throw new Error('not marked');
    expect(await marks()).toMatchObject([
      { place: 'Chaîne exemple', by: 'user:7', personName: 'Awa (exemple)', at: world.clock.now() },
    ]);
    expect((await undoMark(world.ports, marked.value.id, 'user:7')).ok).toBe(true);
    expect(await marks()).toEqual([]);
    expect(await undoMark(world.ports, marked.value.id, 'user:8')).toMatchObject({
      refusals: [{ kind: 'already-undone' }],
    });
    expect(await world.ports.handPosts.ofPost('POST-1')).toHaveLength(2);
  });

  it('is still known after a recall: somebody has to delete it', async () => {
    await world.approve();
    await markPosted(world.ports, 'POST-1', 'Chaîne exemple', 'user:7');
    await recallPost(world.ports, 'POST-1', 'user:2');
    expect(await marks()).toHaveLength(1);
  });

  it.each([
    ['nothing', ' ', 'place-missing'],
    ['a number', 'Groupe du 70 12 34 56', 'place-has-contact'],
    ['a link', 'https://chat.exemple/abc', 'place-has-contact'],
    ['too long a name', 'a'.repeat(81), 'place-too-long'],
  ])('is refused with %s', async (_what, place, kind) => {
    await world.approve();
    expect(await markPosted(world.ports, 'POST-1', place, 'user:7')).toMatchObject({
      refusals: [{ kind }],
    });
    expect(await world.ports.handPosts.ofPost('POST-1')).toEqual([]);
  });

  it('cannot be said of what was not approved', async () => {
    expect(await markPosted(world.ports, 'POST-1', 'Chaîne', 'user:7')).toMatchObject({
      refusals: [{ kind: 'not-approved' }],
    });
  });
});
