import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { System } from '../../composition/ports';
import type { Spot } from '../../domain/audio';
import { isSpotCode, nextSpotCode } from '../../domain/shared';
import { documentsOf, UID } from './documents';
import { refuseDocument, type DocumentCall } from './document-call';
import { spotDocument } from './parse-documents';
import { keepProtection } from './protection-rules';
import { refuseDeclaredDown } from './voices-rules';

/** A spot's code is given once, is never changed and never comes back, not even after the spot was deleted. */
export async function keepSpotRules(
  strapi: Core.Strapi,
  call: DocumentCall,
  system: System,
): Promise<void> {
  const data = call.params.data;
  if (data === undefined) return;
  if (call.action === 'update') {
    await checkChange(strapi, call, data);
    return;
  }
  // A copy starts from the spot it was made of.
  const source =
    call.action === 'clone' ? await readSpot(strapi, call.params.documentId ?? '') : null;
  keepProtection(call, data, source);
  checkFlight(data['flightStart'], data['flightEnd']);
  data['code'] = await reserveCode(strapi, system.now(), data['code']);
}

async function readSpot(strapi: Core.Strapi, documentId: string): Promise<Spot | null> {
  const row = await documentsOf(strapi, UID.spot).findOne({
    documentId,
    populate: { message: true },
  });
  return row ? spotDocument.parse(row) : null;
}

async function checkChange(
  strapi: Core.Strapi,
  call: DocumentCall,
  data: Record<string, unknown>,
): Promise<void> {
  const spot = await readSpot(strapi, call.params.documentId ?? '');
  if (spot === null) return;
  if ('code' in data && data['code'] !== spot.code) {
    refuseDocument(
      `Le code ${spot.code} est déjà imprimé sur des fichiers et des feuilles : il ne change plus. Créez un autre spot.`,
    );
  }
  const subject = { kind: 'spot', code: spot.code } as const;
  await refuseDeclaredDown(strapi, subject, spot.voices, data['voices']);
  keepProtection(call, data, spot);
  checkFlight(data['flightStart'] ?? spot.flightStart, data['flightEnd'] ?? spot.flightEnd);
}

function checkFlight(start: unknown, end: unknown): void {
  if (typeof start === 'string' && typeof end === 'string' && end < start) {
    refuseDocument('Le dernier jour de diffusion vient avant le premier : corrigez les dates.');
  }
}

/** Runs on the transaction of the call where there is one: SQLite has a single connection. */
async function reserveCode(strapi: Core.Strapi, now: Date, wanted: unknown): Promise<string> {
  const hasWish = wanted !== undefined && wanted !== null && wanted !== '';
  if (hasWish && !isSpotCode(wanted)) {
    refuseDocument(
      'Le code d’un spot compte quatre chiffres, par exemple 0042. Laissez-le vide pour en recevoir un.',
    );
  }
  return strapi.db.transaction(async ({ trx }: { readonly trx: Knex.Transaction }) => {
    const highest = (await trx('ops_spot_codes').max({ code: 'code' }).first()) as
      { code: string | null } | undefined;
    const code = hasWish ? wanted : nextSpotCode(highest?.code ?? null);
    if (code === null) refuseDocument('Les 9 999 codes de spots ont tous été donnés.');
    const isTaken = await trx('ops_spot_codes').where({ code }).first().then(Boolean);
    if (isTaken) {
      refuseDocument(`Le code ${code} a déjà été donné à un spot et ne sert qu’une fois.`);
    }
    await trx('ops_spot_codes').insert({ code, at: now.toISOString() });
    return code;
  });
}
