/** `npm run restore -- FILE [--to FOLDER]`; without `--to` into the empty DATA_DIR and MEDIA_DIR of this installation. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { dataFolder, mediaFolder } from '../../src/composition/settings';
import { doubtDeliveries } from './doubt-deliveries';
import { DATABASE_ENTRY } from './manifest';
import { restoreArchive, type RestoreTarget } from './restore-archive';
import { refusePostgres, report, whereCalled } from './terminal';

function targetOf(folder: string | undefined): RestoreTarget {
  if (folder === undefined) return { dataFolder: dataFolder(), mediaFolder: mediaFolder() };
  const root = path.resolve(whereCalled(), folder);
  return { dataFolder: path.join(root, 'data'), mediaFolder: path.join(root, 'media') };
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  refusePostgres(process.env);
  const { values, positionals } = parseArgs({
    options: { to: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new Error('Usage: npm run restore -- FILE [--to FOLDER]');
  const target = targetOf(values.to);
  const manifest = await restoreArchive(path.resolve(whereCalled(), file), target);
  const databaseFile = path.join(target.dataFolder, path.basename(DATABASE_ENTRY));
  const doubted = doubtDeliveries(databaseFile, new Date());
  console.log(
    [
      `Restauration vérifiée : ${manifest.files.length} fichiers, sauvegarde du ${manifest.takenAt}, version ${manifest.version}.`,
      ...(doubted === 0
        ? []
        : [
            `Publications qui étaient en attente et sont peut-être déjà parties : ${doubted}. Chaque réseau sera relu avant tout nouvel envoi.`,
          ]),
      'Remettez le fichier .env de cette installation, puis démarrez :',
      `DATA_DIR=${target.dataFolder} MEDIA_DIR=${target.mediaFolder} npm start`,
    ].join('\n'),
  );
}

main().catch(report);
