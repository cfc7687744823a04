/** A first set to replace: every row says that it is an example. */

export const CAMPAIGN = {
  name: 'Campagne d’exemple – S’informer avant de partir',
  pitch:
    'Partir ou rester est un choix. Cette campagne donne aux jeunes des régions de Kayes et de Bamako des informations vérifiées sur la route, leurs droits, les voies légales et les possibilités près de chez eux.',
  startsOn: '2026-11-01',
  endsOn: '2027-10-31',
  timeZone: 'Africa/Bamako',
  hotline: '+223 00 00 00 00 (exemple)',
  hotlineHours: 'Du lundi au vendredi, de 8 h à 17 h (exemple)',
  partners: [{ name: 'Organisation partenaire (exemple)', website: '' }],
  donors: [{ name: 'Bailleur (exemple)', website: '' }],
  isExample: true,
};

export const THEMES = [
  ['TRAFFICKING', 'Traite des personnes'],
  ['SMUGGLING', 'Passeurs et routes clandestines'],
  ['DESERT', 'La traversée du désert'],
  ['SEA', 'La traversée de la mer'],
  ['RIGHTS', 'Droits des personnes migrantes'],
  ['LEGAL-ROUTES', 'Voies légales et libre circulation dans la CEDEAO'],
  ['LOCAL-OPTIONS', 'Possibilités près de chez soi'],
  ['RETURN', 'Retour et réinsertion'],
  ['UNDOCUMENTED', 'Vivre sans papiers'],
  ['HELP', 'Où trouver de l’aide'],
].map(([code, name]) => ({ code, name, isExample: true }));

const CENSUS = 'Recensement 2022 (RGPH5), chiffres rapportés par la presse';

export const ZONES = [
  ['KAYES', 'Kayes', 1_840_329],
  ['KITA', 'Kita', 681_671],
  ['NIORO', 'Nioro', 678_061],
  ['BAMAKO', 'Bamako', 4_227_569],
].map(([code, name, population]) => ({
  code,
  name,
  population,
  populationSource: CENSUS,
  populationDate: '2022-06-15',
  isExample: true,
}));

type ProfileRow = readonly [
  code: string,
  name: string,
  codec: string,
  bitRateKbps: number | null,
  sampleRateHz: number,
  channels: number,
  targetLufs: number,
  ceilingDbtp: number,
];

const PROFILE_ROWS: readonly ProfileRow[] = [
  ['MP3-128', 'MP3 128 kbit/s mono', 'mp3', 128, 48_000, 1, -16, -1],
  ['MP3-192', 'MP3 192 kbit/s stéréo', 'mp3', 192, 44_100, 2, -16, -1],
  ['WAV-48', 'WAV 48 kHz mono, norme EBU R128', 'wav', null, 48_000, 1, -23, -1],
  ['AAC-64', 'AAC 64 kbit/s mono', 'aac', 64, 48_000, 1, -16, -1],
  ['MP3-48', 'MP3 48 kbit/s mono, ligne faible', 'mp3', 48, 24_000, 1, -16, -1],
  ['OPUS-24', 'Opus 24 kbit/s, pour WhatsApp', 'opus', 24, 48_000, 1, -18, -1],
];

export const PROFILES = PROFILE_ROWS.map(
  ([code, name, codec, bitRateKbps, sampleRateHz, channels, targetLufs, ceilingDbtp]) => ({
    code,
    name,
    codec,
    bitRateKbps,
    sampleRateHz,
    channels,
    targetLufs,
    ceilingDbtp,
    isExample: true,
  }),
);

export const ACCOUNTS = [
  {
    code: 'WALL',
    name: 'Mur d’essai',
    network: 'simulator',
    owner: 'Organisation partenaire (exemple)',
    isPaused: false,
    isExample: true,
  },
];
