import type { Ports } from '../../composition/ports';
import { insightLines, trueAgeHours } from '../../domain/social';
import type { InsightLine, InsightSnapshot, Network } from '../../domain/social';
import type { Language } from '../../domain/shared';

type Needs = {
  readonly content: Pick<Ports['content'], 'accounts'>;
  readonly deliveries: Pick<Ports['deliveries'], 'all'>;
  readonly insights: Pick<Ports['insights'], 'all'>;
};

/** One figure as it was taken, with the post that it belongs to. */
export type SocialFigure = InsightSnapshot & {
  readonly network: Network;
  readonly postCode: string;
  readonly accountCode: string;
  readonly language: Language;
  readonly sentAt: Date;
  readonly trueAgeHours: number;
};

/** Every figure that was taken, oldest first. One whose account was deleted since is left out: its network is not known any more. */
export async function readSocialFigures(ports: Needs): Promise<readonly SocialFigure[]> {
  const [accounts, deliveries, snapshots] = await Promise.all([
    ports.content.accounts(),
    ports.deliveries.all(),
    ports.insights.all(),
  ]);
  const networkOf = new Map(accounts.map(({ code, network }) => [code, network]));
  const byId = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  return snapshots.flatMap((snapshot): SocialFigure[] => {
    const delivery = byId.get(snapshot.deliveryId);
    const sentAt = delivery?.sentAt ?? null;
    const network = networkOf.get(delivery?.content.accountCode ?? '');
    if (delivery === undefined || sentAt === null || network === undefined) return [];
    const { postCode, accountCode, language } = delivery.content;
    return [
      {
        ...snapshot,
        network,
        postCode,
        accountCode,
        language,
        sentAt,
        trueAgeHours: trueAgeHours(sentAt, snapshot.takenAt),
      },
    ];
  });
}

/** What each network says, by its own names. */
export async function readSocialLines(ports: Needs): Promise<readonly InsightLine[]> {
  return insightLines(await readSocialFigures(ports));
}
