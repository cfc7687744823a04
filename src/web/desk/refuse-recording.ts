import type { SubmitRefusal } from '../../domain/audio';
import { submitRefusalSentence } from '../../wording/audio';
import { answer, refusalBody, type DeskContext } from './route';

const STATUS: Readonly<Record<SubmitRefusal['kind'], number>> = {
  'unknown-spot': 404,
  'too-large': 413,
  empty: 422,
  'same-as-protected': 422,
};

/** What both doors for sound say when they do not take it in. */
export function recordingRefusal(refusal: SubmitRefusal) {
  const status = STATUS[refusal.kind];
  return { status, body: refusalBody(status, [submitRefusalSentence(refusal)], [refusal]) };
}

export function refuseRecording(ctx: DeskContext, refusal: SubmitRefusal): void {
  const { status, body } = recordingRefusal(refusal);
  answer(ctx, status, body);
}
