import type { Core } from '@strapi/strapi';

import { checkEstimate } from '../../domain/results';
import { isReferenceCode, isStationCode, isTimeZone } from '../../domain/shared';
import { telephoneNumber } from '../../domain/stations';
import { estimateRefusalSentence } from '../../wording/results';
import { documentsOf, UID, type ContentTypeUid } from './documents';
import { refuseDocument, type DocumentCall } from './document-call';

const CODED: readonly string[] = [
  UID.account,
  UID.contract,
  UID.gathering,
  UID.hashtagGroup,
  UID.indicator,
  UID.message,
  UID.post,
  UID.profile,
  UID.theme,
  UID.zone,
];

/** Codes are fixed once given, time zones exist, estimates are in order. */
export async function checkReferenceDocument(
  strapi: Core.Strapi,
  call: DocumentCall,
): Promise<void> {
  const data = call.params.data;
  if (data === undefined) return;
  if (call.uid === UID.station) {
    if ('code' in data && !isStationCode(data['code'])) {
      refuseDocument('Le code d’une radio compte trois lettres majuscules, par exemple KAY.');
    }
    checkZones(data['zones']);
  }
  if (CODED.includes(call.uid) && 'code' in data && !isReferenceCode(data['code'])) {
    refuseDocument(
      'Un code s’écrit en majuscules, chiffres et traits d’union, par exemple MSG-DESERT-1.',
    );
  }
  if ((call.uid === UID.station || call.uid === UID.campaign) && 'timeZone' in data) {
    if (!isTimeZone(data['timeZone'])) {
      refuseDocument('Ce fuseau horaire n’existe pas. Au Mali, écrivez Africa/Bamako.');
    }
  }
  if (call.uid === UID.campaign && 'smsNumber' in data) {
    data['smsNumber'] = smsNumber(data['smsNumber']);
  }
  if (call.uid === UID.zone && 'population' in data && !(Number(data['population']) > 0)) {
    refuseDocument('Une zone a au moins un habitant : indiquez sa population, avec sa source.');
  }
  if (call.uid === UID.indicatorValue || call.uid === UID.contract)
    checkPeriod(data['periodStart'], data['periodEnd']);
  if (call.action === 'update' && 'code' in data) await refuseNewCode(strapi, call, data['code']);
}

/** In its one spelling, as it is printed on the sheets; emptied, there is none. */
function smsNumber(entered: unknown): string | null {
  if (entered === null || entered === undefined || entered === '') return null;
  const number = typeof entered === 'string' ? telephoneNumber(entered) : null;
  if (number === null) {
    refuseDocument(
      'Le numéro qui reçoit les SMS n’est pas un numéro de téléphone : écrivez-le avec l’indicatif, par exemple +223 76 12 34 56, ou laissez ce champ vide.',
    );
  }
  return number;
}

function checkPeriod(start: unknown, end: unknown): void {
  if (typeof start === 'string' && typeof end === 'string' && end < start) {
    refuseDocument('La fin de la période vient avant son début : corrigez les dates.');
  }
}

/** Slots, files and figures name a thing by its code: a new code would orphan them. */
async function refuseNewCode(
  strapi: Core.Strapi,
  call: DocumentCall,
  code: unknown,
): Promise<void> {
  if (call.uid !== UID.station && !CODED.includes(call.uid)) return;
  const documentId = call.params.documentId ?? '';
  const row = await documentsOf(strapi, call.uid as ContentTypeUid).findOne({ documentId });
  const current = (row as { code?: unknown } | null)?.code;
  if (typeof current === 'string' && current !== code) {
    refuseDocument(`Le code ${current} ne change plus : d’autres enregistrements s’y réfèrent.`);
  }
}

type ZoneRow = Readonly<Record<string, unknown>>;

const ESTIMATES = [
  ['coverage', 'La couverture'],
  ['listeners', 'La part d’auditeurs chaque semaine'],
  ['hears', 'La chance d’entendre une diffusion'],
] as const;

/** A number that is not there yet is the schema's business; those that are there must be in order. */
function checkZones(zones: unknown): void {
  if (!Array.isArray(zones)) return;
  for (const row of zones as ZoneRow[]) {
    for (const [field, name] of ESTIMATES) {
      const [low, likely, high] = ['Low', 'Likely', 'High'].map((part) => row[field + part]);
      if (typeof low !== 'number' || typeof likely !== 'number' || typeof high !== 'number')
        continue;
      const checked = checkEstimate({ low, likely, high });
      if (checked.ok) continue;
      const sentences = checked.refusals.map(estimateRefusalSentence).join(' ');
      refuseDocument(`${name} : ${sentences}`);
    }
  }
}
