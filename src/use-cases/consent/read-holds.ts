import {
  CHANNELS,
  heldBack,
  type Channel,
  type Consent,
  type ConsentSubject,
  type HoldReason,
  type Voices,
} from '../../domain/consent';
import { recalledAt } from '../../domain/delivery';
import { dayInZone, isLanguage, type Language } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { recordingInUse } from '../audio';

/** One door that is closed to a spot or post today, and why. */
export type Hold = {
  readonly subject: ConsentSubject;
  readonly title: string;
  readonly voices: Voices;
  readonly channel: Channel;
  readonly language: Language;
  readonly reasons: readonly HoldReason[];
};

type Outgoing = Omit<Hold, 'reasons' | 'channel'> & {
  readonly channels: readonly Channel[];
  readonly isProtected: boolean;
};

async function outgoing({ content }: Pick<Ports, 'content'>): Promise<Outgoing[]> {
  const spots = (await content.spots()).map((spot): Outgoing => ({
    subject: { kind: 'spot', code: spot.code },
    title: spot.title,
    voices: spot.voices,
    language: spot.language,
    isProtected: spot.isProtected,
    channels: CHANNELS.filter((channel) => channel !== 'social'),
  }));
  const posts = (await content.posts()).flatMap((post) =>
    Object.keys(post.texts)
      .filter(isLanguage)
      .map((language): Outgoing => ({
        subject: { kind: 'post', code: post.code },
        title: post.cardTitle,
        voices: post.depicts,
        language,
        isProtected: false,
        channels: ['social'],
      })),
  );
  return [...spots, ...posts];
}

function subjectKey({ kind, code }: ConsentSubject): string {
  return `${kind}:${code}`;
}

/** Every spot and post with a real person that is held back from a door today, and why: for the desk. */
export async function readHolds(
  ports: Pick<Ports, 'system' | 'content' | 'consents' | 'spotVersions' | 'notices'>,
): Promise<readonly Hold[]> {
  const { timeZone } = await ports.content.campaign();
  const on = dayInZone(ports.system.now(), timeZone);
  const consents = new Map<string, Consent[]>();
  for (const consent of await ports.consents.all()) {
    const key = subjectKey(consent.subject);
    consents.set(key, [...(consents.get(key) ?? []), consent]);
  }
  const open = await ports.notices.open();
  const holds: Hold[] = [];
  for (const { channels, isProtected, ...item } of await outgoing(ports)) {
    const { subject, voices, language } = item;
    const recorded = consents.get(subjectKey(subject)) ?? [];
    const isSpot = subject.kind === 'spot';
    const facts = isSpot ? await recordingInUse(ports, { code: subject.code, isProtected }) : {};
    const pulled = isSpot ? recalledAt(subject.code, open) : null;
    for (const channel of channels) {
      const reasons = heldBack(
        { voices, channel, language, on, ...facts, recalledAt: pulled },
        recorded,
      );
      if (reasons.length > 0) holds.push({ ...item, channel, reasons });
    }
  }
  return holds;
}
