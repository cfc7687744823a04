/** Words for the person at the terminal. Plain Node: this runs before anything is installed. */

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** A step with its duration, e.g. `  ok  types of the server (8.1 s)`. */
export function sayStep(outcome, name, milliseconds) {
  say(`  ${outcome.padEnd(6)} ${name} (${(milliseconds / 1000).toFixed(1)} s)`);
}

/** A reason not to go on, which the person at the terminal can act upon: shown without a stack. */
export class Refusal extends Error {
  /** @param {string} french @param {string} english */
  constructor(french, english) {
    super(`${french}\n${english}`);
    this.name = 'Refusal';
  }
}

/** Runs a script's main function; a refusal is printed as it reads, anything else with its stack. */
export async function run(main) {
  try {
    const code = await main();
    if (typeof code === 'number') process.exitCode = code;
  } catch (error) {
    process.stderr.write(
      `\n${error instanceof Refusal ? error.message : (error?.stack ?? error)}\n`,
    );
    process.exitCode = 1;
  }
}
