import { beforeAll, describe, expect, it } from 'vitest';

import { documentsAt, personAt, type Json, type Person } from '../helpers/desk-client';
import { dayFromNow, gatherTeam, plan, readySpot, write, type Team } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

let app: App;
let team: Team;
let feeds: Readonly<Record<'ESW' | 'ESM', Person>>;
let links: Readonly<Record<'ESW' | 'ESM', string>>;

beforeAll(async () => {
  app = await bootApp();
  team = await gatherTeam(app);
  const [wav, mp3] = [await stationWith('ESW', 'WAV-48'), await stationWith('ESM', 'MP3-128')];
  links = { ESW: wav, ESM: mp3 };
  feeds = { ESW: personAt(app, null), ESM: personAt(app, null) };
});

/** A station of its own, that fetches by a program; answers the path of its link. */
async function stationWith(code: 'ESW' | 'ESM', profileCode: string): Promise<string> {
  const found = await team.manager.get(
    `${documentsAt('delivery-profile')}?filters[code][$eq]=${profileCode}`,
  );
  const [profile] = (found.json['results'] ?? []) as readonly { readonly documentId: string }[];
  await write(team.manager, 'station', {
    code,
    name: 'Radio d’essai',
    place: 'Kayes',
    timeZone: 'Africa/Bamako',
    speaksFrench: true,
    profile: { connect: [{ documentId: profile?.documentId }] },
  });
  const issued = await team.manager.post(`/desk/stations/${code}/links`, {
    purpose: 'feed',
    label: 'Essai',
  });
  return new URL(String(issued.data['url'])).pathname;
}

type File = { readonly spotCode: string; readonly fileName: string; readonly sha256: string };

async function listOf(
  station: 'ESW' | 'ESM',
): Promise<{ files: readonly File[]; changes: Json[] }> {
  const { json } = await feeds[station].get(`${links[station]}manifest.json`);
  return json as unknown as { files: readonly File[]; changes: Json[] };
}

async function soundOf(station: 'ESW' | 'ESM', { fileName }: File): Promise<Buffer> {
  const answer = await fetch(`${app.url}${links[station]}sounds/${fileName}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** AES46: EndDate stands 470 bytes into the chunk. */
function endDateOf(file: Buffer): string {
  const at = file.indexOf('cart') + 8;
  return file.toString('latin1', at + 470, at + 480);
}

describe('a spot that is aired for longer than was meant', () => {
  it('replaces the WAV by one that says so; the MP3 stays byte for byte', async () => {
    const spotCode = await readySpot(app, team.journalist);
    const stationCodes = ['ESW', 'ESM'];
    expect((await plan(app, team.manager, spotCode, { stationCodes })).status).toBe(201);
    const [wavBefore] = (await listOf('ESW')).files;
    const [mp3Before] = (await listOf('ESM')).files;
    if (wavBefore === undefined || mp3Before === undefined) throw new Error('no files');
    const soundBefore = await soundOf('ESW', wavBefore);
    expect(endDateOf(soundBefore)).toBe(dayFromNow(app, 30));

    const spot = await app.ports.content.spotByCode(spotCode);
    const edited = await team.journalist.put(`${documentsAt('spot')}/${spot?.documentId}`, {
      flightEnd: dayFromNow(app, 45),
    });
    expect(edited.status, edited.text).toBe(200);
    const { failed } = await app.runDue();
    expect(failed).toEqual([]);

    const after = await listOf('ESW');
    const [wavAfter] = after.files;
    if (wavAfter === undefined) throw new Error('no file');
    expect(after.changes).toEqual([
      expect.objectContaining({ op: 'replace', replacedFileName: wavBefore.fileName }),
    ]);
    const soundAfter = await soundOf('ESW', wavAfter);
    expect(endDateOf(soundAfter)).toBe(dayFromNow(app, 45));
    const dataOf = (file: Buffer) => file.subarray(file.lastIndexOf('data'));
    expect(dataOf(soundAfter).equals(dataOf(soundBefore))).toBe(true);
    expect((await listOf('ESM')).files[0]?.sha256).toBe(mp3Before.sha256);

    const version = await app.ports.spotVersions.latest(spotCode);
    const made = await app.ports.renditions.ofVersion(version?.id ?? '');
    const count = (code: string) => made.filter(({ profileCode }) => profileCode === code).length;
    expect([count('WAV-48'), count('MP3-128')]).toEqual([2, 1]);
  });
});
