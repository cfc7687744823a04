/**
 * Who may import whom. The picture is in docs/adr/0002; the way of the tape gives the order of the domain rooms.
 * `tests/unit/tooling/boundaries.test.ts` plants a violation of each rule and sees it found.
 */
const { domainRooms, vendors } = require('./scripts/lib/rooms.cjs');

const npm = (names) => `(^|/)node_modules/(${names.join('|')})/`;
const domainIndex = '^src/domain/[^/]+/index\\.ts$';
const useCaseIndex = '^src/use-cases/[^/]+/index\\.ts$';
const ports = '^src/composition/ports/';

const roomOrder = domainRooms.slice(0, -1).map((room, place) => ({
  name: `domain-order-${room}`,
  comment: `Arrows follow the tape: ${room} comes before the rooms it would import.`,
  severity: 'error',
  from: { path: `^src/domain/${room}/` },
  to: { path: `^src/domain/(${domainRooms.slice(place + 1).join('|')})/` },
}));

const vendorRooms = vendors.map(({ packages, rooms }) => ({
  name: `vendor-${packages[0].replace(/[^a-z0-9]+/gi, '-').replace(/^-/, '')}`,
  comment: `${packages.join(', ')}: only in ${rooms.join(', ')}.`,
  severity: 'error',
  from: { pathNot: [...rooms.map((room) => `^${room}`), '^tests/', '^scripts/', '^node_modules/'] },
  to: { path: npm(packages) },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one story, or one of them knows too much.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The migrations lead to what is compiled, which a fresh clone does not have yet.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^\\.\\./\\.\\./dist/database/migrations/' },
    },
    {
      name: 'no-dev-packages',
      comment: 'What serves people must be installed where it runs.',
      severity: 'error',
      from: { path: '^(src|config|database)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'listed-packages',
      comment: 'Name the package in package.json: what is only there by chance can vanish.',
      severity: 'error',
      from: { path: '^(src|config|database|scripts)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },

    // The domain: plain TypeScript, so that the admin can run the same rules in the browser.
    {
      name: 'domain-no-machine',
      comment: 'The domain knows no disk, no network, no clock.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-alone',
      comment: 'The domain imports itself, luxon and zod.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', npm(['luxon', '@types/luxon', 'zod'])] },
    },
    {
      name: 'domain-room-has-its-place',
      comment: 'A new room gets its place on the way of the tape in scripts/lib/rooms.cjs.',
      severity: 'error',
      from: {},
      to: {
        path: '^src/domain/',
        pathNot: `^src/domain/(${domainRooms.join('|')})/`,
      },
    },
    ...roomOrder,
    {
      name: 'domain-through-index',
      comment: 'A room shows what it promises in its index.ts.',
      severity: 'error',
      from: { path: '^src/domain/([^/]+)/' },
      to: { path: '^src/domain/', pathNot: ['^src/domain/$1/', domainIndex] },
    },
    {
      name: 'domain-index-from-outside',
      comment: 'Outside the domain, too, a room is known by its index.ts.',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: '^src/domain/' },
      to: { path: '^src/domain/', pathNot: domainIndex },
    },

    {
      name: 'use-cases-through-ports',
      comment: 'A use case loads and saves through ports and asks the domain.',
      severity: 'error',
      from: { path: '^src/use-cases/' },
      to: {
        pathNot: [
          '^src/use-cases/',
          domainIndex,
          ports,
          '^(node:)?(crypto|stream|stream/promises|zlib)$',
          npm(['luxon', '@types/luxon', 'zod', '@types/node']),
        ],
      },
    },
    {
      name: 'wording-is-pure',
      comment:
        'The French sentences know the reasons, not where they come from: the admin shows them too.',
      severity: 'error',
      from: { path: '^src/wording/' },
      to: { pathNot: ['^src/wording/', domainIndex, npm(['luxon', '@types/luxon'])] },
    },
    {
      name: 'ports-name-needs',
      comment: 'Ports speak the words of the domain, never of a vendor.',
      severity: 'error',
      from: { path: ports },
      to: { pathNot: [ports, domainIndex, '^(node:)?stream$', npm(['@types/node'])] },
    },

    // Adapters: one room a vendor.
    {
      name: 'adapters-serve-ports',
      comment: 'An adapter knows its port, the domain and its own vendor.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/', pathNot: '^src/adapters/strapi/' },
      to: {
        path: '^(src|config|database)/',
        pathNot: ['^src/adapters/$1/', ports, domainIndex],
      },
    },
    {
      name: 'adapters-serve-ports-strapi',
      comment:
        'As any adapter; and the rules of documents answer people in the desk, so it knows the French sentences.',
      severity: 'error',
      from: { path: '^src/adapters/strapi/' },
      to: {
        path: '^(src|config|database)/',
        pathNot: ['^src/adapters/strapi/', ports, domainIndex, '^src/wording/'],
      },
    },
    ...vendorRooms,

    // The doors: people, stations, machines, the heartbeat.
    {
      name: 'doors-never-adapters',
      comment: 'Doors get the ports handed to them.',
      severity: 'error',
      from: { path: '^src/(web|workers|api|middlewares|policies|use-cases|wording|domain)/' },
      to: { path: ['^src/adapters/', '^src/composition/compose'] },
    },
    {
      name: 'one-api-folder-each',
      comment: 'A content type never reaches into another one.',
      severity: 'error',
      from: { path: '^src/api/([^/]+)/' },
      to: { path: '^src/api/', pathNot: '^src/api/$1/' },
    },
    {
      name: 'compose-from-the-top',
      comment: 'Only src/index.ts and scripts build the house.',
      severity: 'error',
      from: { pathNot: ['^src/index\\.ts$', '^src/composition/', '^scripts/', '^tests/'] },
      to: { path: '^src/composition/compose' },
    },
    {
      name: 'admin-in-the-browser',
      comment:
        'The admin runs in a browser: the domain, its wording, the charts (text from figures), nothing else of the server.',
      severity: 'error',
      from: { path: '^src/admin/' },
      to: {
        path: '^(src|config|database|scripts)/',
        pathNot: [
          '^src/admin/',
          domainIndex,
          '^src/wording/',
          '^src/web/shared/charts/index\\.ts$',
          useCaseIndex,
        ],
      },
    },
    {
      name: 'admin-knows-answers-by-type',
      comment:
        'What the desk answers is the view of a use case: the admin may know its type, never run it.',
      severity: 'error',
      from: { path: '^src/admin/' },
      to: { path: '^src/use-cases/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'charts-are-pure',
      comment: 'The admin draws with them too: figures in, text out.',
      severity: 'error',
      from: { path: '^src/web/shared/charts/' },
      to: { pathNot: ['^src/web/shared/charts/', domainIndex, '^src/wording/'] },
    },
    {
      name: 'browser-code-apart',
      comment: 'Browser code of the pages: itself, the domain and its wording.',
      severity: 'error',
      from: { path: '^src/web/([^/]+)/client/' },
      to: { pathNot: ['^src/web/$1/client/', domainIndex, '^src/wording/', npm(['preact'])] },
    },
    {
      name: 'browser-no-machine',
      severity: 'error',
      from: { path: '^src/(admin/|web/[^/]+/client/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-not-browser',
      comment: 'The server never loads code that was written for a browser.',
      severity: 'error',
      from: { path: '^(src|config|database)/', pathNot: '^src/(admin/|web/[^/]+/client/)' },
      to: { path: '^src/(admin/|web/[^/]+/client/)' },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^(src|config|database)/' },
      to: { path: '^(tests|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|tests/fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
