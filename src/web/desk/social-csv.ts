import type { SocialFigure } from '../../use-cases/results';
import { INSIGHT_CSV_HEAD, INSIGHT_KIND_NAMES } from '../../wording/insights';

/** A cell that a table program would run as a formula is kept as text. */
function cell(value: string | number): string {
  const words = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The figures of networks as CSV, one line each as it was taken: semicolons and a mark of UTF-8, as French table programs
 * read it. Instants are ISO 8601 in UTC.
 */
export function socialCsv(figures: readonly SocialFigure[]): string {
  const lines = figures.map((figure) => [
    figure.network,
    figure.accountCode,
    figure.postCode,
    figure.language,
    figure.sentAt.toISOString(),
    figure.ageHours,
    figure.trueAgeHours,
    figure.takenAt.toISOString(),
    INSIGHT_KIND_NAMES[figure.kind],
    figure.metric,
    figure.value,
  ]);
  return `\uFEFF${[INSIGHT_CSV_HEAD, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
