import type { Core } from '@strapi/strapi';

import { BRIEF_INDICATORS } from '../../../domain/results';
import { documentsOf, UID, type ContentTypeUid } from '../documents';
import { seedOnce } from '../seed-once';
import { CONTRACTS } from './contracts';
import { ACCOUNTS, CAMPAIGN, PROFILES, THEMES, ZONES } from './reference';
import { exampleStations } from './stations';

/**
 * Seeds a campaign to start from, once. Each set has a key of its own: what was deleted does not come back, and a set
 * that a power cut interrupted is completed at the next start.
 */
export async function seedExamples(strapi: Core.Strapi, now: Date): Promise<void> {
  const ids = new Map<string, string>();

  async function add(uid: ContentTypeUid, rows: readonly object[]): Promise<void> {
    for (const row of rows as readonly Record<string, unknown>[]) {
      const filters = { code: row['code'] };
      const existing = 'code' in row ? await documentsOf(strapi, uid).findFirst({ filters }) : null;
      const document =
        (existing as { documentId: string } | null) ??
        (await documentsOf(strapi, uid).create({ data: row }));
      ids.set(String(row['code']), document.documentId);
    }
  }

  await seedOnce(strapi, 'example campaign', now, () => add(UID.campaign, [CAMPAIGN]));
  await seedOnce(strapi, 'example themes', now, () => add(UID.theme, THEMES));
  await seedOnce(strapi, 'example stations', now, async () => {
    await add(UID.zone, ZONES);
    await add(UID.profile, PROFILES);
    await add(
      UID.station,
      exampleStations((code) => ids.get(code)),
    );
  });
  await seedOnce(strapi, 'example contracts', now, async () => {
    for (const { station, ...contract } of CONTRACTS) {
      const filters = { code: station };
      const row = (await documentsOf(strapi, UID.station).findFirst({ filters })) as {
        readonly documentId: string;
      } | null;
      // The example station may be gone already, and its contract with it.
      if (row !== null) await add(UID.contract, [{ ...contract, station: row.documentId }]);
    }
  });
  await seedOnce(strapi, 'example accounts', now, () => add(UID.account, ACCOUNTS));
  await seedOnce(strapi, 'example indicators', now, () =>
    add(
      UID.indicator,
      BRIEF_INDICATORS.map((indicator) => ({
        ...indicator,
        partOf: undefined,
        isExample: true,
      })),
    ).then(() => linkParts(strapi, ids)),
  );
}

/** A part names its whole: both must be there first. */
async function linkParts(strapi: Core.Strapi, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { code, partOf } of BRIEF_INDICATORS) {
    const documentId = ids.get(code);
    if (partOf === null || documentId === undefined) continue;
    const data = { partOf: ids.get(partOf) };
    await documentsOf(strapi, UID.indicator).update({ documentId, data });
  }
}
