/** `npm run backup -- [--to FILE]` */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { version } from '../../package.json';
import { dataFolder, mediaFolder } from '../../src/composition/settings';
import { createArchive } from './create-archive';
import { refusePostgres, report, whereCalled } from './terminal';

const sizeText = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  refusePostgres(process.env);
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  const takenAt = new Date();
  const stamp = takenAt.toISOString().slice(0, 19).replaceAll(':', '-');
  const archiveFile =
    values.to === undefined
      ? path.resolve(`backups/yeelen-${stamp}Z.tar.gz`)
      : path.resolve(whereCalled(), values.to);
  if (existsSync(archiveFile)) throw new Error(`${archiveFile} existe déjà : donnez un autre nom.`);
  const manifest = await createArchive({
    databaseFile: path.join(dataFolder(), 'yeelen.db'),
    mediaFolder: mediaFolder(),
    archiveFile,
    version,
    takenAt,
  });
  const bytes = manifest.files.reduce((sum, file) => sum + file.sizeBytes, 0);
  console.log(
    [
      `Sauvegarde vérifiée : ${manifest.files.length} fichiers, ${sizeText(bytes)}.`,
      'Les secrets du fichier .env n’y sont pas : gardez-en une copie ailleurs, une restauration en a besoin.',
      'Elle contient des noms et des voix : conservez-la chiffrée et ne la partagez pas.',
      archiveFile,
    ].join('\n'),
  );
}

main().catch(report);
