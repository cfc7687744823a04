import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'bare',
    version: '0.1.0',
    private: true,
    dependencies: { '@strapi/strapi': '5.54.0', 'better-sqlite3': '12.8.0' },
    strapi: { telemetryDisabled: true },
  }),
  'config/admin.js': `module.exports = ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
});`,
  'config/api.js': `module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };`,
  'config/database.js': `const path = require('path');
module.exports = ({ env }) => ({
  connection: {
    client: 'sqlite',
    connection: { filename: path.join(env('DATA_DIR'), 'bare.db') },
    useNullAsDefault: true,
  },
});`,
  'config/middlewares.js': `module.exports = ['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors',
  'strapi::poweredBy', 'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public'];`,
  'config/plugins.js': `module.exports = () => ({});`,
  'config/server.js': `module.exports = ({ env }) => ({
  host: env('HOST'),
  port: env.int('PORT'),
  app: { keys: env.array('APP_KEYS') },
});`,
  'src/index.js': `module.exports = { register() {}, bootstrap() {} };`,
  'public/robots.txt': '',
};

/**
 * What `create-strapi` writes at its barest, as JavaScript so that nothing needs compiling: SQLite, no content type, no
 * plugin beyond those inside Strapi. It runs on the very packages of this project and serves its built admin panel.
 */
export function writeBareStrapi(folder: string, project: string): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  for (const empty of ['src/api', 'src/extensions', 'public/uploads', 'data'])
    mkdirSync(path.join(folder, empty), { recursive: true });
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
  symlinkSync(path.join(project, 'dist', 'build'), path.join(folder, 'build'));
}
