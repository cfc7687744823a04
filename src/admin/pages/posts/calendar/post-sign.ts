import type { PostOnWire } from '../../../desk/wire';
import type { Tone } from '../../../parts/state-badge';

/** Where a post stands as a whole: the part that needs a person most speaks for it. */
export const POST_SIGNS = [
  'to-approve',
  'approved',
  'sending',
  'unknown',
  'failed',
  'missed',
  'sent',
  'recalled',
] as const;
export type PostSign = (typeof POST_SIGNS)[number];

export const SIGN_WORDS: Readonly<Record<PostSign, string>> = {
  'to-approve': 'À approuver',
  approved: 'Approuvée',
  sending: 'En cours d’envoi',
  unknown: 'Issue inconnue',
  failed: 'Non publiée',
  missed: 'Manquée',
  sent: 'Parue',
  recalled: 'Rappelée',
};

export const SIGN_TONES: Readonly<Record<PostSign, Tone>> = {
  'to-approve': 'warning',
  approved: 'busy',
  sending: 'busy',
  unknown: 'warning',
  failed: 'bad',
  missed: 'bad',
  sent: 'good',
  recalled: 'quiet',
};

/** The state of a post in one word. */
export function postSign({ deliveries, approvalState }: PostOnWire): PostSign {
  const states = deliveries.map(({ delivery }) => delivery.state);
  for (const state of ['unknown', 'failed', 'missed', 'sending'] as const) {
    if (states.includes(state)) return state;
  }
  if (states.length > 0 && states.every((state) => state === 'recalled')) return 'recalled';
  const isOut = states.every((state) => state === 'sent' || state === 'recalled');
  if (states.length > 0 && isOut) return 'sent';
  return approvalState === 'approved' ? 'approved' : 'to-approve';
}

const SETTLED: readonly PostSign[] = ['sent', 'recalled', 'sending', 'unknown'];

/** Whether another time can be given: not while a part may be out, nor once all is. */
export function isMovable(view: PostOnWire): boolean {
  return !SETTLED.includes(postSign(view));
}
