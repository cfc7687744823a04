import { answerRumour as answer } from '../../domain/outreach';
import type { Rumour, RumourAnswer, RumourRefusal } from '../../domain/outreach';
import type { Result } from '../../domain/shared';
import { changeRumour } from './change-rumour';
import type { OutreachPorts } from './outreach-ports';

/** Gives a verified rumour its answer, with its source and what says it on the air. */
export function answerRumour(
  ports: OutreachPorts,
  id: string,
  words: Pick<RumourAnswer, 'text' | 'source' | 'messageCode' | 'spotCode'>,
  by: string,
): Promise<Result<Rumour, RumourRefusal>> {
  const at = ports.system.now();
  return changeRumour(ports, id, by, 'rumour-answered', async (rumour) => {
    const [campaign, messages, spots] = await Promise.all([
      ports.content.campaign(),
      ports.content.messages(),
      ports.content.spots(),
    ]);
    return answer(
      rumour,
      { ...words, at, by },
      {
        hotline: campaign.hotline,
        messageCodes: messages.map(({ code }) => code),
        spotCodes: spots.map(({ code }) => code),
      },
    );
  });
}
