/**
 * What the demo says. The facts behind it are common ground of the campaign's brief; the Bambara and Soninke texts are
 * drafts that no native speaker has checked, and say so.
 */

export type ExampleLanguage = 'fr' | 'bm' | 'snk';

type Text = { readonly title: string; readonly body: string; readonly callToAction: string };

const UNCHECKED = '(brouillon, à vérifier par une personne dont c’est la langue)';

/** One message in three languages. */
export function exampleMessage(): {
  readonly shared: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<ExampleLanguage, Text>>;
} & { readonly shared: { readonly code: string } } {
  return {
    shared: {
      code: 'MSG-DESERT-1',
      factsSource: 'Texte d’exemple : remplacez-le par une source vérifiée, avec sa date.',
      helpContact: '+223 00 00 00 00 (exemple)',
      isExample: true,
    },
    texts: {
      fr: {
        title: 'Avant de partir, informe-toi',
        body: 'Exemple. La route du désert est longue et dangereuse, et les passeurs ne disent pas tout. Tu as des droits, où que tu sois. Il existe des voies légales, et des formations près de chez toi.',
        callToAction: 'Parles-en avec ta famille, et appelle le numéro d’aide avant de décider.',
      },
      bm: {
        title: `Sani i ka taa, kunnafoni ɲini ${UNCHECKED}`,
        body: `Misali. Cɛncɛnkungo sira ka jan, farati b'a la. Josariyaw b'i bolo i bɛ yɔrɔ o yɔrɔ. ${UNCHECKED}`,
        callToAction: `A fɔ i ka denbaya ye, ka dɛmɛ nimɔrɔ wele. ${UNCHECKED}`,
      },
      snk: {
        title: `Katta telle, xibaaru mundu ${UNCHECKED}`,
        body: `Misaali. Kille ke giri, a ŋa xatara. An da haqe kita noqu su. ${UNCHECKED}`,
        callToAction: `A ko an kaa ya, deemandaana xiri. ${UNCHECKED}`,
      },
    },
  };
}

/** A post that is due now. */
export function examplePost(now: Date) {
  return {
    code: 'POST-1',
    textFr:
      'Exemple. Partir ou rester : c’est ton choix. Fais-le en connaissant la route, tes droits et les possibilités près de chez toi.',
    textBm: `Misali. Taa walima to : i yɛrɛ b’a sugandi. ${UNCHECKED}`,
    textSnk: `Misaali. Telle ma taaxu : an ya sugandini. ${UNCHECKED}`,
    cardTitle: 'Partir ou rester : un choix éclairé',
    altText:
      'Carte de la campagne : un soleil se lève, avec le titre « Partir ou rester : un choix éclairé ».',
    depicts: 'no-real-person',
    dueAt: now.toISOString(),
    lateToleranceMinutes: 720,
    isExample: true,
  };
}

/** Three gatherings in two villages: in one village the higher count stands. */
export const GATHERINGS = [
  {
    code: 'REN-1',
    kind: 'assembly',
    place: 'Village d’exemple A',
    zone: 'KAYES',
    attendanceTotal: 120,
    attendanceFemale: 55,
    attendanceMale: 65,
    ageUnder15: 10,
    age15to17: 20,
    age18to24: 50,
    age25to35: 25,
    ageOver35: 15,
    issuesRaised: 'Exemple : le prix du passage, les nouvelles de ceux qui sont partis.',
    evidence: 'Exemple : liste de présence gardée par l’organisation.',
    isExample: true,
  },
  {
    code: 'REN-2',
    kind: 'debate',
    place: 'Village d’exemple A',
    zone: 'KAYES',
    attendanceTotal: 80,
    attendanceFemale: 30,
    attendanceMale: 50,
    issuesRaised: 'Exemple : les voies légales sont-elles ouvertes à tous ?',
    evidence: 'Exemple : photographie de la salle, sans visages.',
    isExample: true,
  },
  {
    code: 'REN-3',
    kind: 'play',
    place: 'Village d’exemple B',
    zone: 'KITA',
    attendanceTotal: 200,
    issuesRaised: 'Exemple : que dire à un petit frère qui veut partir ?',
    evidence: 'Exemple : comptage à l’entrée.',
    isExample: true,
  },
] as const;
