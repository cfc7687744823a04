/** `npm run bench -- NAME [--seed N]`: runs tests/bench/NAME.ts, whose last line is one JSON object. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { runNode } from './lib/command.mjs';
import { prepare } from './lib/prepare.mjs';
import { inRoot } from './lib/root.mjs';
import { Refusal, run } from './lib/say.mjs';

/** A bench prints an object that bears its name; the files beside it only help. */
const benches = () =>
  readdirSync(inRoot('tests', 'bench'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) =>
      readFileSync(inRoot('tests', 'bench', `${name}.ts`), 'utf8').includes(`bench: '${name}'`),
    );

await run(async () => {
  const [name = '', ...rest] = process.argv.slice(2);
  const file = inRoot('tests', 'bench', `${name}.ts`);
  if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(file) || !benches().includes(name)) {
    throw new Refusal(
      `Usage : npm run bench -- NOM [--seed N], où NOM est : ${benches().join(', ')}`,
      `Usage: npm run bench -- NAME [--seed N], where NAME is one of: ${benches().join(', ')}`,
    );
  }
  await prepare();
  return (await runNode(['--import', 'tsx', file, ...rest])).code;
});
