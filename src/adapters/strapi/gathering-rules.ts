import type { Core } from '@strapi/strapi';

import type { System } from '../../composition/ports';
import { checkGathering, type GatheringDraft } from '../../domain/outreach';
import { dayInZone } from '../../domain/shared';
import { gatheringRefusalSentence } from '../../wording/outreach';
import { createContentStore } from './content-store';
import { documentsOf, UID } from './documents';
import { refuseDocument, type DocumentCall } from './document-call';

type Field =
  | 'kind'
  | 'place'
  | 'date'
  | 'attendanceTotal'
  | 'attendanceFemale'
  | 'attendanceMale'
  | 'ageUnder15'
  | 'age15to17'
  | 'age18to24'
  | 'age25to35'
  | 'ageOver35';

type Row = Readonly<Partial<Record<Field, unknown>>>;

/** Attendance that does not add up is refused before anything is written. */
export async function checkGatheringDocument(
  strapi: Core.Strapi,
  call: DocumentCall,
  system: System,
): Promise<void> {
  const data = call.params.data;
  if (data === undefined) return;
  const { documentId } = call.params;
  const current =
    call.action === 'update' && documentId !== undefined
      ? ((await documentsOf(strapi, UID.gathering).findOne({ documentId })) as Row | null)
      : null;
  const { timeZone } = await createContentStore(strapi).campaign();
  const today = dayInZone(system.now(), timeZone);
  const answer = checkGathering(draftOf({ ...current, ...data }), today);
  if (answer.ok) return;
  refuseDocument(answer.refusals.map(gatheringRefusalSentence).join(' '));
}

function draftOf(row: Row): GatheringDraft {
  return {
    kind: row.kind,
    place: row.place,
    date: row.date,
    attendance: {
      total: row.attendanceTotal,
      female: row.attendanceFemale,
      male: row.attendanceMale,
      byAgeBand: {
        'under-15': row.ageUnder15,
        '15-17': row.age15to17,
        '18-24': row.age18to24,
        '25-35': row.age25to35,
        'over-35': row.ageOver35,
      },
    },
  };
}
