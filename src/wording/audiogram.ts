import type { AudiogramShape, AudiogramState } from '../domain/audio';

export const SHAPE_NAMES: Readonly<Record<AudiogramShape, string>> = {
  square: 'Vidéo carrée',
  vertical: 'Vidéo verticale',
};

/** Where each shape belongs. */
export const SHAPE_USES: Readonly<Record<AudiogramShape, string>> = {
  square: 'pour un fil d’actualité ou un message WhatsApp',
  vertical: 'pour un statut ou une story',
};

export const AUDIOGRAM_STATE_NAMES: Readonly<Record<AudiogramState, string>> = {
  waiting: 'En attente',
  making: 'Fabrication de la vidéo',
  ready: 'Prête',
  failed: 'Échec',
};

export const NO_SOUND_TO_FILM =
  'Aucun son de ce spot n’est prêt. Envoyez-le, attendez qu’il soit préparé, puis recommencez.';

export const ENGINE_MISSING =
  'Le programme ffmpeg manque sur ce serveur : aucune vidéo ne peut être faite. Demandez à l’administration de l’installer.';

/** What this ffmpeg cannot do, by ffmpeg's own names, for whoever installs it. */
export function engineLacksSentence(what: readonly string[]): string {
  return `Le programme ffmpeg de ce serveur ne sait pas faire de vidéo (il lui manque : ${what.join(', ')}). Demandez à l’administration d’installer ffmpeg 5 ou plus récent.`;
}

export const AUDIOGRAM_GONE =
  'Cette vidéo n’existe pas, ou elle ne peut plus être montrée : le son a été remplacé, un consentement manque, ou le témoin est protégé.';
