/** `npm run check`: format, types, boundaries, dead code, lint and unit tests; stops at the first that fails. */
import { check } from './lib/check.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, say } from './lib/say.mjs';

await run(async () => {
  await prepare({ build: false });
  const { failedSteps, failed } = await check();
  if (failedSteps.length === 0 && failed === 0) return 0;
  say(`\ncheck failed at: ${failedSteps[0] ?? 'unit tests'}`);
  return 1;
});
