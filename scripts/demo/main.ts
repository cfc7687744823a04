import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { dataOf } from './desk';
import {
  answerFor,
  fetchFiles,
  gatherPeople,
  giveAccessCodes,
  logGatherings,
  planBroadcasts,
  publishPost,
  readPublicPages,
  recordSpots,
  writeMessage,
  type Stage,
} from './journey';
import { countTape, printTable } from './table';
import { engineWords, freePort, scratchEnvironment, startServer } from './server';

/** Plays the whole tape on an installation of its own, through HTTP, as those people would. */
async function demo(): Promise<void> {
  const startedAt = Date.now();
  const isBrief = process.argv.includes('--exit');
  const folder = await mkdtemp(path.join(tmpdir(), 'yeelen-demo-'));
  const say = (line: string) => process.stdout.write(`  ${line}\n`);
  const title = (line: string) => process.stdout.write(`\n${line}\n`);

  title('Démarrage sur une base de données neuve');
  const server = await startServer(folder, scratchEnvironment(folder, await freePort()));
  let hasHeld = false;
  try {
    say(`Yeelen répond sur ${server.address}`);
    const stage: Stage = {
      server: server.address,
      sounds: path.resolve('media/demo'),
      say,
      now: () => new Date(),
      waitUntil: (instant) => pause(Math.max(0, instant.getTime() - Date.now()) + 500),
      letWork: () => pause(500),
      newPassword: () => `Aa1-${randomBytes(9).toString('base64url')}`,
    };
    title('Les personnes');
    const people = await gatherPeople(stage);
    title('Un message en trois langues');
    const messageId = await writeMessage(stage, people);
    title('Les spots');
    const spots = await recordSpots(stage, people, messageId);
    for (const line of await engineWords(server)) say(line);
    title('Les réseaux sociaux');
    await publishPost(stage, people, messageId);
    title('Les rencontres');
    await logGatherings(stage, people);
    title('Les radios');
    const windowStart = await planBroadcasts(stage, people, spots);
    const codes = await giveAccessCodes(people);
    const stations = await fetchFiles(stage, codes);
    await answerFor(stage, people, stations, windowStart);
    title('Le public');
    await readPublicPages(stage);

    title('Ce que tient la base');
    const results = dataOf(await people.manager.get('/desk/results'));
    const counts = await countTape(folder, results);
    await printTable(folder, results);
    hasHeld = true;
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    if (!isBrief) await stayUp(server.address, [...people.credentials, ...codes]);
    process.stdout.write(`${JSON.stringify({ demo: { ...counts, seconds } })}\n`);
  } finally {
    await server.stop();
    // A demo that failed leaves its server's log to be read.
    if (hasHeld) await rm(folder, { recursive: true, force: true });
    else process.stderr.write(`Journal du serveur : ${path.join(folder, 'server.log')}\n`);
  }
}

async function stayUp(
  address: string,
  doors: readonly { readonly role: string; readonly name: string; readonly password: string }[],
): Promise<void> {
  process.stdout.write(`\nYeelen reste ouvert : ${address}  (Ctrl+C pour finir)\n`);
  process.stdout.write(`  Bureau : ${address}/admin    Radios : ${address}/station\n\n`);
  for (const { role, name, password } of doors) {
    process.stdout.write(`  ${role.padEnd(26)} ${name.padEnd(34)} ${password}\n`);
  }
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

demo().catch((error: unknown) => {
  process.stderr.write(
    `\nLa démonstration s’est arrêtée : ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
});
