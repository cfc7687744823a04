import type { Core } from '@strapi/strapi';

import {
  isOwnedByPartner,
  ownerName,
  renamedPartners,
  type OwnerChange,
} from '../../domain/social';
import { ownerSentence, PARTNER_TWICE } from '../../wording/accounts';
import { refuseDocument, type DocumentCall } from './document-call';
import { documentsOf, UID } from './documents';

/** The field in which the desk offers the campaign's partners; stored as the partner's name. */
export function registerPartnerField(strapi: Core.Strapi): void {
  strapi.customFields.register({ name: 'partner', type: 'string' });
}

type PartnerRow = { readonly id: number | string; readonly name: string };

async function partnersOf(strapi: Core.Strapi): Promise<readonly PartnerRow[]> {
  const campaign = (await documentsOf(strapi, UID.campaign).findFirst({
    populate: { partners: true },
  })) as { readonly partners?: readonly PartnerRow[] } | null;
  return campaign?.partners ?? [];
}

/**
 * An account belongs to a partner of the campaign. Sheets from before this rule hold any name: it stays as it is until
 * somebody chooses, and never stands in the way of another change.
 */
export async function keepAccountOwner(strapi: Core.Strapi, call: DocumentCall): Promise<void> {
  const { data, documentId } = call.params;
  const written = data?.['owner'];
  // What is not there at all is the schema's business.
  if (data === undefined || typeof written !== 'string' || written.trim() === '') return;
  const owner = ownerName(written);
  if (documentId !== undefined) {
    const row = await documentsOf(strapi, UID.account).findOne({ documentId });
    if ((row as { readonly owner?: string } | null)?.owner === written) return;
  }
  if (!isOwnedByPartner({ owner }, await partnersOf(strapi))) refuseDocument(ownerSentence(owner));
  data['owner'] = owner;
}

/**
 * Partners are told apart by their names.
 *
 * @returns which of them get another name with this write.
 */
export async function keepPartnerNames(
  strapi: Core.Strapi,
  call: DocumentCall,
): Promise<readonly OwnerChange[]> {
  const rows = call.params.data?.['partners'];
  if (call.uid !== UID.campaign || !Array.isArray(rows)) return [];
  const after: PartnerRow[] = [];
  for (const row of rows as Record<string, unknown>[]) {
    if (typeof row['name'] !== 'string') continue;
    const name = ownerName(row['name']);
    row['name'] = name;
    if (after.some((other) => other.name === name)) refuseDocument(PARTNER_TWICE(name));
    const id = row['id'];
    after.push({ name, id: typeof id === 'number' || typeof id === 'string' ? id : '' });
  }
  return renamedPartners(await partnersOf(strapi), after);
}

type AccountRow = { readonly id: number; readonly owner: string };
type AccountQuery = {
  findMany(asked: object): Promise<readonly AccountRow[]>;
  update(asked: object): Promise<unknown>;
};

/** Accounts go with their partner's name. All are read before the first is written: two partners may swap names. */
export async function renameOwners(
  strapi: Core.Strapi,
  changes: readonly OwnerChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const accounts = strapi.db.query(UID.account) as unknown as AccountQuery;
  const from = changes.map((change) => change.from);
  const owned = await accounts.findMany({ where: { owner: { $in: from } } });
  for (const { id, owner } of owned) {
    const to = changes.find((change) => change.from === owner)?.to;
    await accounts.update({ where: { id }, data: { owner: to } });
  }
}
