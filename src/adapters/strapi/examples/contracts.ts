/** One contract to replace: neither the number of airings nor the price is anybody's. */
export const CONTRACTS = [
  {
    code: 'EXEMPLE-KAY',
    station: 'KAY',
    periodStart: '2026-11-01',
    periodEnd: '2027-10-31',
    airingsOwed: 360,
    priceXof: 360_000,
    notes: 'Contrat d’exemple : nombre et prix inventés, à remplacer par les vôtres.',
    isExample: true,
  },
] as const;
