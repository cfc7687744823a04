import type { Ports } from '../../composition/ports';
import { findStationFile, recordReceipt } from '../../use-cases/delivery';
import { stationFileRefusalSentence } from '../../wording/stations';
import { queryValue, sendFile, sendProblem, type Report, type WebContext } from '../shared';
import { signedInStation } from './session';
import { sendStationProblem } from './station-bar';

const TO_PROGRAMME = { href: '/station/programme', words: 'Revenir au programme' };

/**
 * Plays or, with `dl=1`, saves a file. Without a session the answer is a 401 and not the sign-in page: a download that
 * is resumed must never glue a page to a recording. Only what is saved leaves a receipt: a file that was listened
 * to in the browser is not yet at the station.
 */
export async function sendStationFile(
  ctx: WebContext,
  ports: Ports,
  report: Report,
): Promise<void> {
  const signedIn = await signedInStation(ctx, ports);
  if (signedIn === null) {
    await sendProblem(ctx, {
      status: 401,
      way: { href: '/station?avis=connexion', words: 'Se connecter' },
    });
    return;
  }
  const { station } = signedIn;
  const answer = await findStationFile(ports, station.code, ctx.params['renditionId'] ?? '');
  switch (answer.kind) {
    case 'not-yours':
      await sendStationProblem(ctx, station, {
        status: 404,
        title: 'Fichier introuvable',
        explanation: stationFileRefusalSentence(answer),
        way: TO_PROGRAMME,
      });
      return;
    case 'held-back':
      await sendStationProblem(ctx, station, {
        status: 403,
        title: 'Spot suspendu',
        explanation: stationFileRefusalSentence(answer),
        way: TO_PROGRAMME,
      });
      return;
    case 'file': {
      const { rendition, fileName } = answer;
      const isSaved = queryValue(ctx, 'dl') === '1';
      const isSent = await sendFile(
        ctx,
        ports.files,
        { ...rendition, fileName },
        {
          asAttachment: isSaved,
          visibility: 'private',
          onSent: ({ firstByte, lastByte }) => {
            if (!isSaved) return;
            recordReceipt(ports, {
              stationCode: station.code,
              renditionId: rendition.id,
              spotCode: rendition.spotCode,
              firstByte,
              lastByte,
              sizeBytes: rendition.sizeBytes,
            }).catch((error: unknown) => report(`receipt of ${rendition.id}`, error));
          },
        },
      );
      if (!isSent) await sendStationProblem(ctx, station, { status: 503, way: TO_PROGRAMME });
    }
  }
}
