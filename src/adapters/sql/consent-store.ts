import type { Knex } from 'knex';

import type { Channel, Consent, ConsentSubject, Speaker } from '../../domain/consent';
import type { Language } from '../../domain/shared';
import type { ConsentStore } from '../../composition/ports';
import { toBoolean, toInstant, toInstantOrNull, toText } from './rows';

type Row = {
  id: string;
  subject_kind: ConsentSubject['kind'];
  subject_code: string;
  reference: string;
  speaker: Speaker;
  voices: Consent['voices'];
  /** JSON lists that only this store writes. */
  channels: string;
  languages: string;
  is_aid_independent: number | boolean;
  has_child_agreed: number | boolean;
  has_guardian_agreed: number | boolean;
  recorded_by: string;
  recorded_at: string;
  expires_on: string;
  approved_by: string | null;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
};

const TABLE = 'ops_consents';

function fromRow(row: Row): Consent {
  return {
    id: row.id,
    subject: { kind: row.subject_kind, code: row.subject_code },
    reference: row.reference,
    speaker: row.speaker,
    voices: row.voices,
    channels: JSON.parse(row.channels) as Channel[],
    languages: JSON.parse(row.languages) as Language[],
    isAidIndependent: toBoolean(row.is_aid_independent),
    hasChildAgreed: toBoolean(row.has_child_agreed),
    hasGuardianAgreed: toBoolean(row.has_guardian_agreed),
    recordedBy: row.recorded_by,
    recordedAt: toInstant(row.recorded_at),
    expiresOn: row.expires_on,
    approvedBy: row.approved_by,
    withdrawnAt: toInstantOrNull(row.withdrawn_at),
  };
}

/** Records of consent. Nothing here names a person: see the domain's room. */
export function createConsentStore(knex: Knex): ConsentStore {
  const rows = () => knex<Row>(TABLE).orderBy('recorded_at').select();
  return {
    async add(consent) {
      await knex<Row>(TABLE).insert({
        id: consent.id,
        subject_kind: consent.subject.kind,
        subject_code: consent.subject.code,
        reference: consent.reference,
        speaker: consent.speaker,
        voices: consent.voices,
        channels: JSON.stringify(consent.channels),
        languages: JSON.stringify(consent.languages),
        is_aid_independent: consent.isAidIndependent,
        has_child_agreed: consent.hasChildAgreed,
        has_guardian_agreed: consent.hasGuardianAgreed,
        recorded_by: consent.recordedBy,
        recorded_at: toText(consent.recordedAt),
        expires_on: consent.expiresOn,
        approved_by: consent.approvedBy,
        withdrawn_by: null,
        withdrawn_at: consent.withdrawnAt === null ? null : toText(consent.withdrawnAt),
      });
    },
    async byId(id) {
      const [row] = await rows().where({ id });
      return row === undefined ? null : fromRow(row);
    },
    async of({ kind, code }) {
      return (await rows().where({ subject_kind: kind, subject_code: code })).map(fromRow);
    },
    async all() {
      return (await rows()).map(fromRow);
    },
    async approve(id, by) {
      const changed = await knex<Row>(TABLE)
        .where({ id })
        .whereNull('approved_by')
        // Four eyes, kept by the database too.
        .whereNot('recorded_by', by)
        .update({ approved_by: by });
      return changed === 1;
    },
    async withdraw(id, by, at) {
      await knex<Row>(TABLE)
        .where({ id })
        .whereNull('withdrawn_at')
        .update({ withdrawn_by: by, withdrawn_at: toText(at) });
    },
  };
}
