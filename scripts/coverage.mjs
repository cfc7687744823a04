/** `npm run coverage`: which lines the unit tests and the tests of adapters run; report in `coverage/`. */
import { runNode } from './lib/command.mjs';
import { prepare } from './lib/prepare.mjs';
import { inRoot } from './lib/root.mjs';
import { run } from './lib/say.mjs';

await run(async () => {
  await prepare({ build: false });
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
  const { code } = await runNode([
    vitest,
    'run',
    '--coverage',
    '--project',
    'unit',
    '--project',
    'adapters',
  ]);
  return code;
});
