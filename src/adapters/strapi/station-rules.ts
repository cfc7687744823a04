import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { documentsOf, UID } from './documents';
import { refuseDocument, type DocumentCall } from './document-call';

type Current = { readonly code: string; readonly name: string; readonly isExample: boolean | null };

/**
 * A station that has aired something stays: its zones are what its airings reached, and without it a figure that was
 * reported would shrink. An example may go, with what was tried on it.
 */
export async function keepAiringStation(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { documentId } = call.params;
  if (call.action !== 'delete' || documentId === undefined) return;
  const row = await documentsOf(strapi, UID.station).findOne({ documentId });
  const station = row as Current | null;
  if (station === null || station.isExample === true) return;
  const airings: unknown = await strapi.db.transaction(
    async ({ trx }: { readonly trx: Knex.Transaction }) =>
      trx('ops_airings').where({ station_code: station.code }).select('id').limit(1),
  );
  if (Array.isArray(airings) && airings.length > 0) {
    refuseDocument(
      `${station.name} a des diffusions au registre : elle compte dans les résultats et ne s’efface pas. Pour ne plus rien y diffuser, annulez ce qui est prévu et retirez-lui son format de livraison.`,
    );
  }
}
