import { AGE_BANDS, type Attendance } from './gathering';

/** The sum of counts, or null as soon as one of them was not counted. */
function sumWhenAllKnown(counts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const count of counts) {
    if (count === null) return null;
    sum += count;
  }
  return sum;
}

/**
 * How many people were there: the total that was written down, else women and men when both were counted, else the
 * age bands when all were. Null when nobody counted everyone, which is not zero.
 */
export function headcountOf(attendance: Attendance): number | null {
  return (
    attendance.total ??
    sumWhenAllKnown([attendance.female, attendance.male]) ??
    sumWhenAllKnown(AGE_BANDS.map((band) => attendance.byAgeBand[band]))
  );
}
