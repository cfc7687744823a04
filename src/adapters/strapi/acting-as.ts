import { AsyncLocalStorage } from 'node:async_hooks';

const review = new AsyncLocalStorage<true>();

/** Marks a change of a message as the review's own: only then may the review state move. */
export function asReview<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  return review.run(true, act);
}

export function isReview(): boolean {
  return review.getStore() === true;
}

const pictureDesk = new AsyncLocalStorage<true>();

/** Marks a change of a post as the desk's own, with a photograph that was cleaned: only then may its picture's key change. */
export function asPictureDesk<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  return pictureDesk.run(true, act);
}

export function isPictureDesk(): boolean {
  return pictureDesk.getStore() === true;
}

const moveDesk = new AsyncLocalStorage<true>();

/** Marks a change of a post's time as the desk's own, with an approval that moves along: only then does it stand. */
export function asMoveDesk<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  return moveDesk.run(true, act);
}

export function isMoveDesk(): boolean {
  return moveDesk.getStore() === true;
}

const protectionDesk = new AsyncLocalStorage<true>();

/** Marks a change of a spot as the desk's own, where it was decided: only then may a witness's protection be lifted. */
export function asProtectionDesk<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  return protectionDesk.run(true, act);
}

export function isProtectionDesk(): boolean {
  return protectionDesk.getStore() === true;
}
