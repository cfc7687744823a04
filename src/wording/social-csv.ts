import { clockInZone, dayInZone } from '../domain/shared';
import type { Language } from '../domain/shared';
import type { Delivery, Network, Post } from '../domain/social';
import { DELIVERY_STATE_NAMES, NETWORK_NAMES } from './social';
import { LANGUAGE_NAMES } from './terms';

const HEADINGS = [
  'Publication',
  'Message',
  'Réseau',
  'Compte',
  'Langue',
  'État',
  'Prévue',
  'Parue',
  'Lien',
  'Texte',
  'Réponse du réseau',
];

/** One row of the table: a part that was approved, or a post that was not yet. */
export type ExportedPart = {
  readonly post: Pick<Post, 'code' | 'messageCode' | 'dueAt'>;
  readonly delivery: Delivery | null;
};

/** A table program would run what begins like a formula: a network's words come from outside. */
function cell(value: string): string {
  const text = value.replaceAll(/[\r\n]+/gu, ' ');
  const safe = /^[=+\-@\t]/u.test(text) ? `'${text}` : text;
  return /[";]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The table of posts for a donor, as French table programs open it: UTF-8 with its mark, semicolons, CRLF; days and times
 * on the campaign's clock.
 */
export function postsCsv(parts: readonly ExportedPart[], timeZone: string): string {
  const moment = (at: Date | null) =>
    at === null ? '' : `${dayInZone(at, timeZone)} ${clockInZone(at, timeZone)}`;
  const place = (content: { readonly network: Network; readonly language: Language }) => [
    NETWORK_NAMES[content.network],
    LANGUAGE_NAMES[content.language],
  ];
  const rows = parts.map(({ post, delivery }) => {
    const head = [post.code, post.messageCode ?? ''];
    if (delivery === null) {
      return [...head, '', '', '', 'Pas encore approuvée', moment(post.dueAt), '', '', '', ''];
    }
    const { content, state, sentAt, remoteUrl, lastWords } = delivery;
    const [network = '', language = ''] = place(content);
    return [
      ...head,
      network,
      content.accountCode,
      language,
      DELIVERY_STATE_NAMES[state],
      moment(content.dueAt),
      moment(sentAt),
      remoteUrl ?? '',
      content.text,
      lastWords ?? '',
    ];
  });
  const lines = [HEADINGS, ...rows].map((row) => row.map(cell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
