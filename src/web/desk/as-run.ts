import type { Readable } from 'node:stream';

import type { Ports } from '../../composition/ports';
import type { AsRunMatch } from '../../domain/broadcast';
import {
  importAsRun,
  previewAsRun,
  type AsRunImportAnswer,
  type AsRunPreview,
  type AsRunPreviewAnswer,
} from '../../use-cases/broadcast';
import { asRunFileRefusalSentence, UNMATCHED_REASON_NAMES } from '../../wording/airings';
import { queryValue } from '../shared';
import {
  answer,
  personOf,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';
import { uploadedFile } from './uploaded-file';

/** Lines shown of each kind: a month's music is not read by anybody. */
const LINES_SHOWN = 200;

const CHANGED =
  'Le plan ou le registre a changé depuis l’aperçu : rien n’a été écrit. Regardez le nouvel aperçu, puis importez.';

/** Playout logs of the stations' programs: looked at first, then written into the ledger. */
export function asRunRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'POST',
      path: '/stations/:stationCode/as-run/preview',
      action: 'desk.as-run.import',
      handler: (ctx) =>
        withContent(ctx, ports, async (content) => {
          const stationCode = ctx.params['stationCode'] ?? '';
          const seen = await previewAsRun(ports, { stationCode, content });
          if (seen.kind === 'preview') answer(ctx, 200, { data: shown(seen) });
          else refuse(ctx, seen);
        }),
    },
    {
      method: 'POST',
      path: '/stations/:stationCode/as-run',
      action: 'desk.as-run.import',
      handler: (ctx) =>
        withContent(ctx, ports, async (content) => {
          const stationCode = ctx.params['stationCode'] ?? '';
          const fingerprint = queryValue(ctx, 'fingerprint') ?? '';
          const done = await importAsRun(ports, {
            stationCode,
            content,
            fingerprint,
            by: personOf(ctx),
          });
          if (done.kind === 'imported') {
            const { added, skipped, preview } = done;
            answer(ctx, 201, { data: { added, skipped, preview: shown(preview) } });
          } else if (done.kind === 'changed') {
            refuseDesk(ctx, 409, [CHANGED], [shown(done.preview)]);
          } else {
            refuse(ctx, done);
          }
        }),
    },
  ];
}

function refuse(
  ctx: DeskContext,
  refused: Extract<AsRunPreviewAnswer | AsRunImportAnswer, { kind: 'not-found' | 'unreadable' }>,
): void {
  if (refused.kind === 'not-found') {
    refuseUnknown(ctx, 'Cette radio n’existe pas.');
    return;
  }
  const { refusal } = refused;
  const status = refusal.kind === 'too-large' ? 413 : 422;
  refuseDesk(ctx, status, [asRunFileRefusalSentence(refusal)], [refusal]);
}

/** The bytes of the file that was sent, bounded. */
async function withContent(
  ctx: DeskContext,
  ports: Ports,
  use: (content: Uint8Array) => Promise<void>,
): Promise<void> {
  const upload = uploadedFile(ctx);
  if (upload === null) {
    refuseDesk(ctx, 400, [
      'Aucun relevé n’a été envoyé. Choisissez un fichier ou collez les lignes.',
    ]);
    return;
  }
  try {
    const content = await readBounded(upload.content, ports.asRun.maximumBytes);
    if (content === null) {
      refuse(ctx, {
        kind: 'unreadable',
        refusal: { kind: 'too-large', maximumBytes: ports.asRun.maximumBytes },
      });
    } else {
      await use(content);
    }
  } finally {
    await upload.dispose();
  }
}

async function readBounded(content: Readable, maximumBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A preview as the desk shows it: counts of everything, lines of what matters first. */
function shown(preview: AsRunPreview) {
  const { matches, ...head } = preview;
  const counts = {
    confirms: 0,
    strengthens: 0,
    unplanned: 0,
    known: 0,
    contradicts: 0,
    unmatched: 0,
    music: 0,
  };
  for (const match of matches) {
    if (match.kind === 'unmatched' && match.reason === 'no-code') counts.music += 1;
    else counts[match.kind] += 1;
  }
  const lines = matches.map(lineOf);
  const ours = lines.filter(({ reason }) => reason !== 'no-code');
  return {
    ...head,
    lineCount: matches.length,
    counts,
    lines: ours.slice(0, LINES_SHOWN),
    linesLeftOut: Math.max(0, ours.length - LINES_SHOWN),
    /** What carries no code, a few of it: should a spot be among them, its title lost the code. */
    withoutCode: lines.filter(({ reason }) => reason === 'no-code').slice(0, 20),
  };
}

function lineOf(match: AsRunMatch) {
  if (match.kind === 'unmatched') {
    const { row, reason } = match;
    return {
      ...{ lineNumber: row.lineNumber, text: row.text, kind: match.kind },
      ...{ reason, sentence: UNMATCHED_REASON_NAMES[reason] },
      ...{ spotCode: null, at: null, windowStart: null, windowEnd: null },
    };
  }
  const { play } = match;
  const slot = 'slot' in match ? match.slot : null;
  return {
    ...{ lineNumber: play.row.lineNumber, text: play.row.text, kind: match.kind },
    ...{ reason: null, sentence: null },
    ...{ spotCode: play.spotCode, at: play.at },
    ...{ windowStart: slot?.windowStart ?? null, windowEnd: slot?.windowEnd ?? null },
  };
}
