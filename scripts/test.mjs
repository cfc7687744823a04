/** `npm test`: everything, from a fresh clone: install, build, a browser, the checks, every test. */
import { check } from './lib/check.mjs';
import { prepare } from './lib/prepare.mjs';
import { ensureBrowser, ensureFfmpeg } from './lib/programs.mjs';
import { run, say, sayStep } from './lib/say.mjs';
import { hasTests, runVitest } from './lib/vitest.mjs';

const stages = ['adapters', 'integration', 'journey'];

await run(async () => {
  const start = performance.now();
  await prepare();
  const browser = await ensureBrowser();
  await ensureFfmpeg();
  sayStep('ok', 'install, build, browser, ffmpeg', performance.now() - start);

  // Everything runs even after a failure: one run shows all there is to mend.
  const checked = await check({ goOn: true });
  const totals = { passed: checked.passed, failed: checked.failed + checked.failedSteps.length };
  const env = { ...process.env, CHROMIUM_PATH: browser, STRAPI_TELEMETRY_DISABLED: 'true' };
  for (const stage of stages.filter(hasTests)) {
    const began = performance.now();
    say(`\n${stage}`);
    const { passed, failed } = await runVitest(stage, { env });
    totals.passed += passed;
    totals.failed += failed;
    const counts = `${stage}: ${passed} passed, ${failed} failed`;
    sayStep(failed === 0 ? 'ok' : 'FAILED', counts, performance.now() - began);
  }

  if (checked.failedSteps.length > 0)
    say(`\nSteps of check that failed, one each in the total: ${checked.failedSteps.join(', ')}`);
  say(`\n${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
});
