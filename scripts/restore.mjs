/** `npm run restore`: see scripts/archive/README.md. */
import { runNode } from './lib/command.mjs';
import { prepare } from './lib/prepare.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/say.mjs';

await run(async () => {
  await prepare({ build: false });
  const main = inRoot('scripts', 'archive', 'restore-main.ts');
  return (await runNode(['--import', 'tsx', main, ...process.argv.slice(2)])).code;
});
