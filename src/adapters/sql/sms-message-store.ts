import type { Knex } from 'knex';

import type { SmsMessage, SmsMessageStore, SmsOutcome } from '../../composition/ports';
import { isUniqueViolation, toInstant, toText } from './rows';

type Row = {
  id: string;
  received_at: string;
  sender_digest: string | null;
  station_code: string | null;
  outcome: SmsOutcome;
  reply: string | null;
  reply_state: SmsMessage['replyState'];
  reply_at: string | null;
  reply_attempts: number;
};

const TABLE = 'ops_sms_messages';

function fromRow(row: Row): SmsMessage {
  return {
    id: row.id,
    receivedAt: toInstant(row.received_at),
    senderDigest: row.sender_digest,
    stationCode: row.station_code,
    outcome: row.outcome,
    reply: row.reply,
    replyState: row.reply_state,
    replyAttempts: row.reply_attempts,
  };
}

/** Messages that came, without numbers and words. */
export function createSmsMessageStore(knex: Knex): SmsMessageStore {
  return {
    async byId(id) {
      const row = await knex<Row>(TABLE).where({ id }).first();
      return row === undefined ? null : fromRow(row);
    },
    async add(message) {
      try {
        await knex<Row>(TABLE).insert({
          id: message.id,
          received_at: toText(message.receivedAt),
          sender_digest: message.senderDigest,
          station_code: message.stationCode,
          outcome: message.outcome,
          reply: message.reply,
          reply_state: message.replyState,
          reply_at: message.replyState === 'due' ? toText(message.receivedAt) : null,
          reply_attempts: message.replyAttempts,
        });
        return true;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return false;
      }
    },
    async dueReplies(now, limit) {
      const rows = await knex<Row>(TABLE)
        .where('reply_state', 'due')
        .andWhere('reply_at', '<=', toText(now))
        .orderBy('reply_at')
        .limit(limit)
        .select();
      return rows.map(fromRow);
    },
    async noteReply(id, state, at, nextAt) {
      await knex<Row>(TABLE)
        .where({ id, reply_state: 'due' })
        .update({ reply_state: state, reply_at: toText(nextAt ?? at) })
        .increment('reply_attempts', 1);
    },
    async recent(limit) {
      const rows = await knex<Row>(TABLE)
        .whereNot('outcome', 'stranger')
        .orderBy([{ column: 'received_at', order: 'desc' }, 'id'])
        .limit(limit)
        .select();
      return rows.map(fromRow);
    },
    async strangersSince(since) {
      const [row] = await knex(TABLE)
        .where('outcome', 'stranger')
        .andWhere('received_at', '>=', toText(since))
        .count({ rows: '*' });
      return Number(row?.['rows'] ?? 0);
    },
    async sweep(before) {
      await knex<Row>(TABLE).where('received_at', '<', toText(before)).delete();
    },
  };
}
