/** Remembers the answers to the last questions; asking one that is being answered waits for the same answer. */
export type Shelf<Answer> = {
  get(key: string, make: () => Promise<Answer>): Promise<Answer>;
};

/** @param places how many answers are remembered; the one that was longest not asked for goes first. */
export function openShelf<Answer>(places: number): Shelf<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return {
    get(key, make) {
      const known = answers.get(key);
      const answer = known ?? make();
      answers.delete(key);
      answers.set(key, answer);
      if (known === undefined) {
        // A failure is not remembered.
        answer.catch(() => answers.delete(key));
        const [oldest] = answers.keys();
        if (answers.size > places && oldest !== undefined) answers.delete(oldest);
      }
      return answer;
    },
  };
}
