/** The floor plan as data, for the boundary check. */

/** The way of the tape: a room may import the rooms before it. */
const domainRooms = [
  'shared',
  'people',
  'consent',
  'messages',
  'audio',
  'stations',
  'broadcast',
  'delivery',
  'social',
  'outreach',
  'results',
];

/** Each vendor lives in rooms of its own: nobody else needs to know that it exists. */
const vendors = [
  { packages: ['sharp'], rooms: ['src/adapters/sharp/'] },
  {
    packages: [
      'fluent-ffmpeg',
      '@types/fluent-ffmpeg',
      '@ffmpeg-installer/ffmpeg',
      '@ffprobe-installer/ffprobe',
    ],
    rooms: ['src/adapters/ffmpeg/'],
  },
  { packages: ['node-cron'], rooms: ['src/workers/'] },
  // A protocol of HTTP: it lives at the door.
  { packages: ['@tus/server'], rooms: ['src/web/desk/'] },
  { packages: ['tus-js-client'], rooms: ['src/admin/'] },
  {
    packages: ['knex', 'better-sqlite3', 'pg'],
    rooms: [
      'src/adapters/sql/',
      'src/adapters/queue/',
      'src/adapters/strapi/',
      'src/composition/',
      'database/',
    ],
  },
  {
    packages: ['@strapi'],
    rooms: [
      'src/adapters/strapi/',
      'src/admin/',
      'src/api/',
      'src/composition/',
      'src/extensions/',
      'src/index.ts',
      'src/middlewares/',
      'src/policies/',
      'config/',
    ],
  },
  { packages: ['nodemailer', '@types/nodemailer'], rooms: ['src/adapters/mail/'] },
  { packages: ['csv-parse', 'iconv-lite'], rooms: ['src/adapters/as-run/'] },
  { packages: ['twitter-api-v2'], rooms: ['src/adapters/x/'] },
  { packages: ['facebook-nodejs-business-sdk'], rooms: ['src/adapters/facebook/'] },
  { packages: ['grammy'], rooms: ['src/adapters/telegram/'] },
  {
    packages: ['twitter-text', '@types/twitter-text'],
    rooms: ['src/adapters/twitter-text/', 'src/admin/'],
  },
  { packages: ['pdfkit', '@types/pdfkit'], rooms: ['src/adapters/paper/'] },
  { packages: ['xmlbuilder2'], rooms: ['src/web/doors/formats/'] },
];

module.exports = { domainRooms, vendors };
