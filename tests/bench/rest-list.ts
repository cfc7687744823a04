import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeBareStrapi } from './bare-strapi';

/** The key of a machine that may read: without one Strapi leaves the relations out. */
export const TOKEN_FILE = 'token.txt';

/** How the list is asked for: 100 documents, each with its spot and its station. */
export const REST_LIST_PATH =
  '/api/slots?pagination[pageSize]=100&populate[0]=spot&populate[1]=station';

const relation = (target: string) => ({
  type: 'relation',
  relation: 'manyToOne',
  target: `api::${target}.${target}`,
});

const TYPES: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  station: { code: { type: 'string' }, name: { type: 'string' }, timeZone: { type: 'string' } },
  spot: {
    code: { type: 'string' },
    title: { type: 'string' },
    language: { type: 'string' },
    flightStart: { type: 'date' },
    flightEnd: { type: 'date' },
    liveText: { type: 'text' },
  },
  slot: {
    windowStart: { type: 'datetime' },
    windowEnd: { type: 'datetime' },
    airDate: { type: 'date' },
    spot: relation('spot'),
    station: relation('station'),
  },
};

/** The same 100 slots of 20 spots on one station, written once, as documents. */
const SEED = `const { writeFileSync } = require('node:fs');
const path = require('node:path');

module.exports = {
  register() {},
  async bootstrap({ strapi }) {
    const documents = (type) => strapi.documents('api::' + type + '.' + type);
    if ((await documents('slot').count({})) > 0) return;
    const { accessKey } = await strapi.service('admin::api-token').create({
      name: 'list', description: '', type: 'read-only', lifespan: null,
    });
    writeFileSync(path.join(process.env.DATA_DIR, '${TOKEN_FILE}'), accessKey);
    const station = await documents('station').create({
      data: { code: 'KAY', name: 'Radio', timeZone: 'Africa/Bamako' },
    });
    const spots = [];
    for (let index = 0; index < 20; index += 1) {
      spots.push(await documents('spot').create({ data: {
        code: String(index + 1).padStart(4, '0'),
        title: 'Spot de mesure ' + (index + 1),
        language: 'fr',
        flightStart: '2026-12-01',
        flightEnd: '2027-01-31',
        liveText: 'Avant de partir, informez-vous auprès du centre d’écoute le plus proche.',
      } }));
    }
    for (let index = 0; index < 100; index += 1) {
      const day = '2026-12-0' + (1 + (index % 8));
      await documents('slot').create({ data: {
        windowStart: day + 'T07:00:00.000Z',
        windowEnd: day + 'T07:30:00.000Z',
        airDate: day,
        spot: spots[index % 20].documentId,
        station: station.documentId,
      } });
    }
  },
};`;

/** A Strapi with the three types and its own REST routes; the key to them lies in its data folder. */
export function writeRestStrapi(folder: string, project: string): void {
  writeBareStrapi(folder, project);
  for (const [type, attributes] of Object.entries(TYPES)) {
    const api = path.join(folder, 'src', 'api', type);
    const uid = `api::${type}.${type}`;
    const factory = (what: string) =>
      `module.exports = require('@strapi/strapi').factories.createCore${what}('${uid}');`;
    const files: Readonly<Record<string, string>> = {
      [`content-types/${type}/schema.json`]: JSON.stringify({
        kind: 'collectionType',
        collectionName: `${type}s`,
        info: { singularName: type, pluralName: `${type}s`, displayName: type },
        options: { draftAndPublish: false },
        attributes,
      }),
      [`controllers/${type}.js`]: factory('Controller'),
      [`services/${type}.js`]: factory('Service'),
      [`routes/${type}.js`]: factory('Router'),
    };
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(api, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  writeFileSync(path.join(folder, 'src', 'index.js'), SEED);
}
