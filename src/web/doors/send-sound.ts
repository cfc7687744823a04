import type { Ports } from '../../composition/ports';
import { findDoorFile, recordReceipt } from '../../use-cases/delivery';
import { FILE_GONE, FILE_UNKNOWN, UNAVAILABLE } from '../../wording/bundle';
import { sendFile, type Report, type WebContext } from '../shared';
import { say } from './say';
import type { Visitor } from './visitor';

/** Sends a file of the station's list by its name, and leaves a receipt of the bytes that went out. */
export async function sendSound(
  ctx: WebContext,
  ports: Ports,
  report: Report,
  visitor: Visitor,
  fileName: string,
): Promise<void> {
  const { stationCode } = visitor;
  const answer = await findDoorFile(ports, stationCode, fileName, visitor.head);
  if (answer.kind === 'not-yours') return say(ctx, 404, FILE_UNKNOWN);
  if (answer.kind === 'gone') return say(ctx, 410, FILE_GONE);
  const { rendition } = answer;
  const isSent = await sendFile(
    ctx,
    ports.files,
    { ...rendition, fileName },
    {
      asAttachment: true,
      visibility: 'private',
      onSent: ({ firstByte, lastByte }) => {
        recordReceipt(ports, {
          stationCode,
          renditionId: rendition.id,
          spotCode: rendition.spotCode,
          firstByte,
          lastByte,
          sizeBytes: rendition.sizeBytes,
          door: visitor.through,
        }).catch((error: unknown) => report(`receipt of ${rendition.id}`, error));
      },
    },
  );
  if (!isSent) say(ctx, 503, UNAVAILABLE);
}
