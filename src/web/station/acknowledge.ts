import type { Ports } from '../../composition/ports';
import { acknowledgeNotice } from '../../use-cases/alerts';
import { field, redirect, sendProblem, type WebContext } from '../shared';
import { postedForm } from './answers';

/** Takes in that a station knows of an urgent message or a recall, then shows its page again. */
export async function postAcknowledgement(ctx: WebContext, ports: Ports): Promise<void> {
  const posted = await postedForm(ctx, ports);
  if (posted === null) return;
  const { station, form } = posted;
  const noticeId = field(form, 'notice').slice(0, 64);
  const { kind } = await acknowledgeNotice(ports, {
    noticeId,
    stationCode: station.code,
    by: `station:${station.code}`,
  });
  if (kind === 'not-found') {
    await sendProblem(ctx, {
      status: 404,
      title: 'Alerte introuvable',
      explanation: 'Cette alerte ne concerne pas votre station. Rien n’a été enregistré.',
      way: { href: '/station/programme', words: 'Revenir au programme' },
    });
    return;
  }
  redirect(
    ctx,
    `/station/programme?fait=${kind === 'over' ? 'alerte-finie' : 'bien-recu'}#alertes`,
  );
}
