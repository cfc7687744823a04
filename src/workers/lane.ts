export type Lane = {
  /** Runs a round; when one is running already, another follows it. Resolves when no round is left. */
  run(): Promise<void>;
  /** Begins no further round and waits for the one in hand. */
  stop(): Promise<void>;
};

/** Rounds of one kind of work, never two at once. A round that fails is reported and ends no lane. */
export function openLane(round: () => Promise<unknown>, onError: (error: unknown) => void): Lane {
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let isStopped = false;

  async function rounds(): Promise<void> {
    try {
      do {
        isAskedAgain = false;
        await round().catch(onError);
      } while (isAskedAgain && !isStopped);
    } finally {
      running = null;
    }
  }

  return {
    async run() {
      if (isStopped) return;
      if (running === null) running = rounds();
      else isAskedAgain = true;
      await running;
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
