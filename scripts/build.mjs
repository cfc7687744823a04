/** `npm run build`: installs and builds what is missing, and nothing else. */
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/say.mjs';

await run(() => prepare());
