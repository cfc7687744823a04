/** `npm run demo [-- --exit]`: installs, builds, then plays the whole tape (`scripts/demo/main.ts`). */
import { runNode } from './lib/command.mjs';
import { prepare } from './lib/prepare.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/say.mjs';

await run(async () => {
  await prepare();
  const args = ['--import', 'tsx', inRoot('scripts', 'demo', 'main.ts'), ...process.argv.slice(2)];
  return (await runNode(args)).code;
});
