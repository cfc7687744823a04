import { AsyncLocalStorage } from 'node:async_hooks';

const review = new AsyncLocalStorage<true>();

/** Marks a change of a message as the review's own: only then may the review state move. */
export function asReview<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  return review.run(true, act);
}

export function isReview(): boolean {
  return review.getStore() === true;
}
