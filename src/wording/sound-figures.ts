const tenth = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const hundredth = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** `-16.04` as « −16 »: one decimal at most, with a true minus. */
export function french(value: number): string {
  return withMinus(tenth.format(value));
}

export function twoDecimals(value: number): string {
  return withMinus(hundredth.format(value));
}

export function levels(lufs: number): string {
  return `${french(lufs)} LUFS`;
}

export function decibels(value: number): string {
  return `${french(value)} dB`;
}

/** `4.2` as « 4,2 secondes », `75` as « 1 min 15 s »; at two and above French takes the plural. */
export function spans(seconds: number): string {
  if (seconds < 60) return `${french(seconds)} seconde${seconds < 2 ? '' : 's'}`;
  const whole = Math.round(seconds);
  if (whole >= 3600) return `${Math.round(whole / 3600)} h`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 60)} min ${rest} s`;
}

function withMinus(text: string): string {
  return text.replace('-', '−');
}
