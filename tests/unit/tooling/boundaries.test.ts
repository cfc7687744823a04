import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'yeelen-boundaries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string };
    }[];
  };
};

/** The rooms that the planted files reach for. */
const house: Readonly<Record<string, string>> = {
  'src/domain/shared/index.ts': 'export const now = 1;',
  'src/domain/audio/index.ts': `export * from './verdict';`,
  'src/domain/audio/verdict.ts': 'export const verdict = 1;',
  'src/domain/results/index.ts': 'export const reach = 1;',
  'src/composition/ports/index.ts': 'export type Ports = { readonly clock: number };',
  'src/composition/compose.ts': 'export const compose = 1;',
  'src/adapters/sql/index.ts': 'export const rows = 1;',
  'src/adapters/storage/index.ts': 'export const files = 1;',
  'src/api/spot/services/spot.ts': 'export const spot = 1;',
  'src/web/station/page.ts': 'export const page = 1;',
  'src/admin/app.ts': 'export const admin = 1;',
  'src/use-cases/audio/index.ts': 'export const run = 1; export type View = { readonly a: 1 };',
  'src/web/shared/charts/index.ts': 'export const chart = 1;',
  'src/domain/weather/index.ts': 'export const rain = 1;',
  'tests/helpers/builders.ts': 'export const build = 1;',
  'src/workers/egg.ts': `import './chicken'; export const egg = 1;`,
};

/** What a tired colleague might write, and the rule that answers. */
const planted = [
  ['src/domain/audio/reads-disk.ts', `import 'node:fs';`, 'domain-no-machine'],
  ['src/domain/audio/uses-rows.ts', `import '../../adapters/sql';`, 'domain-alone'],
  ['src/domain/audio/looks-ahead.ts', `import '../results';`, 'domain-order-audio'],
  ['src/domain/results/peeks.ts', `import '../audio/verdict';`, 'domain-through-index'],
  ['src/workers/asks-weather.ts', `import '../domain/weather';`, 'domain-room-has-its-place'],
  ['src/workers/peeks.ts', `import '../domain/audio/verdict';`, 'domain-index-from-outside'],
  ['src/use-cases/audio/builds.ts', `import '../../adapters/sql';`, 'use-cases-through-ports'],
  ['src/use-cases/audio/reads-disk.ts', `import 'node:fs';`, 'use-cases-through-ports'],
  ['src/wording/asks.ts', `import '../composition/ports';`, 'wording-is-pure'],
  [
    'src/composition/ports/vendor.ts',
    `import type { Knex } from 'knex'; export type V = Knex;`,
    'ports-name-needs',
  ],
  ['src/adapters/sql/neighbour.ts', `import '../storage';`, 'adapters-serve-ports'],
  ['src/adapters/sql/speaks.ts', `import '../../wording/says';`, 'adapters-serve-ports'],
  ['src/adapters/sql/paints.ts', `import 'sharp';`, 'vendor-sharp'],
  ['src/web/station/encodes.ts', `import 'fluent-ffmpeg';`, 'vendor-fluent-ffmpeg'],
  ['src/use-cases/audio/reads-tables.ts', `import 'csv-parse/sync';`, 'vendor-csv-parse'],
  ['src/web/station/ticks.ts', `import 'node-cron';`, 'vendor-node-cron'],
  ['src/use-cases/alerts/mails.ts', `import 'nodemailer';`, 'vendor-nodemailer'],
  ['src/web/station/prints.ts', `import 'pdfkit';`, 'vendor-pdfkit'],
  ['src/web/station/feeds.ts', `import 'xmlbuilder2';`, 'vendor-xmlbuilder2'],
  ['src/use-cases/audio/speaks-tus.ts', `import '@tus/server';`, 'vendor-tus-server'],
  ['src/web/station/sends.ts', `import 'tus-js-client';`, 'vendor-tus-js-client'],
  [
    'src/web/station/asks-rows.ts',
    `import type { Knex } from 'knex'; export type V = Knex;`,
    'vendor-knex',
  ],
  [
    'src/web/station/asks-strapi.ts',
    `import type { Core } from '@strapi/strapi'; export type V = Core.Strapi;`,
    'vendor-strapi',
  ],
  ['src/web/station/takes-files.ts', `import '../../adapters/storage';`, 'doors-never-adapters'],
  ['src/workers/composes.ts', `import '../composition/compose';`, 'compose-from-the-top'],
  ['src/api/post/services/borrows.ts', `import '../../spot/services/spot';`, 'one-api-folder-each'],
  ['src/admin/asks-server.ts', `import '../web/station/page';`, 'admin-in-the-browser'],
  [
    'src/admin/runs.ts',
    `import { run } from '../use-cases/audio'; export const ran = run;`,
    'admin-knows-answers-by-type',
  ],
  ['src/web/shared/charts/asks.ts', `import '../../station/page';`, 'charts-are-pure'],
  ['src/admin/reads-disk.ts', `import 'node:fs';`, 'browser-no-machine'],
  ['src/web/station/client/asks-server.ts', `import '../page';`, 'browser-code-apart'],
  ['src/web/station/loads-admin.ts', `import '../../admin/app';`, 'server-not-browser'],
  [
    'src/workers/builds-examples.ts',
    `import '../../tests/helpers/builders';`,
    'tests-stay-outside',
  ],
  ['src/workers/lints.ts', `import 'eslint';`, 'no-dev-packages'],
  ['src/workers/by-chance.ts', `import 'koa';`, 'listed-packages'],
  ['src/workers/lost.ts', `import './nowhere';`, 'resolvable'],
  ['src/workers/chicken.ts', `import './egg'; export const chicken = 1;`, 'no-circular'],
] as const;

const allowed: Readonly<Record<string, string>> = {
  'src/domain/results/adds-up.ts': `import '../audio'; import '../shared'; import 'luxon';`,
  'src/use-cases/audio/submit.ts': `import '../../domain/audio'; import type { Ports } from '../../composition/ports'; import 'node:crypto'; export type V = Ports;`,
  'src/adapters/sharp/paint.ts': `import 'sharp'; import 'node:fs'; import '../../domain/audio';`,
  'src/adapters/strapi/refuses.ts': `import '../../wording/says';`,
  'src/web/station/serves.ts': `import '../../use-cases/audio/submit'; import '../../wording/says'; import 'node:stream';`,
  'src/wording/says.ts': `import '../domain/audio';`,
  'src/admin/counts.ts': `import '../web/shared/charts'; import type { View } from '../use-cases/audio'; export type V = View; import '../domain/audio'; import '../wording/says';`,
  'src/index.ts': `import './composition/compose';`,
};

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** Runs the project's own rules over the planted house. */
function cruise(): ReadonlySet<string> {
  write(house);
  write(allowed);
  write(Object.fromEntries(planted.map(([file, text]) => [file, text])));
  write({ 'tsconfig.json': '{}' });
  copyFileSync(path.join(project, 'package.json'), path.join(folder, 'package.json'));
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
  const cli = path.join(
    project,
    'node_modules',
    'dependency-cruiser',
    'bin',
    'dependency-cruise.mjs',
  );
  const output = runAnyExit(cli, [
    '--config',
    path.join(project, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    'src',
  ]);
  const report = JSON.parse(output) as Report;
  return new Set(report.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`));
}

/** The check ends with the number of violations as its exit code: here they are wanted. */
function runAnyExit(cli: string, args: readonly string[]): string {
  const options = {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: 'pipe',
  } as const;
  try {
    return execFileSync(process.execPath, [cli, ...args], options);
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string')
      return error.stdout;
    throw error;
  }
}

describe('the boundary check', () => {
  const found = cruise();

  it.each(planted)('finds %s (%s)', (file, _text, rule) => {
    expect([...found]).toContain(`${rule}: ${file}`);
  });

  it('lets the imports of the floor plan pass', () => {
    const complaints = [...found].filter((one) =>
      Object.keys(allowed).some((file) => one.endsWith(`: ${file}`)),
    );
    expect(complaints).toEqual([]);
  });
});
