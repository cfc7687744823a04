import type { Campaign } from '../../composition/ports';
import { french, NARROW, type Page } from '../shared';
import type { DoorNotice } from './session';

const NOTICES: Readonly<Record<DoorNotice, { tone: 'good' | 'warn'; words: string }>> = {
  connexion: { tone: 'warn', words: 'Connectez-vous pour ouvrir cette page.' },
  expiree: {
    tone: 'warn',
    words: 'Votre session est terminée. Connectez-vous de nouveau pour continuer.',
  },
  'non-enregistre': {
    tone: 'warn',
    words:
      'Votre session est terminée, et votre dernière réponse n’a pas été enregistrée. Connectez-vous, puis donnez-la de nouveau.',
  },
  sortie: { tone: 'good', words: 'Vous êtes déconnecté. À bientôt.' },
};

function noticeOf(name: string | null): { tone: string; words: string } | null {
  return name !== null && Object.hasOwn(NOTICES, name) ? NOTICES[name as DoorNotice] : null;
}

export type SignInView = {
  readonly campaign: Campaign;
  readonly script: string | null;
  /** Name of a notice, as the address gives it. */
  readonly notice?: string | null;
  /** Why the last attempt did not open. */
  readonly refusal?: string;
  readonly stationCode?: string;
};

/** The door of the stations: two codes and a button. */
export function signInPage(view: SignInView): Page {
  const notice = noticeOf(view.notice ?? null);
  return {
    title: 'Espace radio',
    subtitle: view.campaign.name,
    home: '/',
    isIndexed: false,
    isLean: true,
    script: view.script,
    main: (
      <>
        <h1>Espace radio</h1>
        <p class="lead">Le programme de votre station, ses fichiers et ses confirmations.</p>
        {notice === null ? null : (
          <p class={`notice ${notice.tone}`} role="status">
            {notice.words}
          </p>
        )}
        {/* Here the script says what still waits for the line. */}
        <div id="porte" />
        {view.refusal === undefined ? null : (
          <p class="notice bad" role="alert">
            {french(view.refusal)}
          </p>
        )}
        <form class="card" method="post" action="/station/session">
          <div class="field">
            <label for="station">Code de la radio</label>
            <p class="hint" id="station-hint">
              Trois lettres, par exemple KAY.
            </p>
            <input
              class="code"
              type="text"
              id="station"
              name="station"
              required
              maxLength={10}
              value={view.stationCode ?? ''}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby="station-hint"
            />
          </div>
          <div class="field">
            <label for="access">Code d’accès</label>
            <p class="hint" id="access-hint">
              Celui que la campagne vous a remis. Les tirets et les majuscules ne comptent pas.
            </p>
            <input
              type="text"
              id="access"
              name="access"
              required
              maxLength={64}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby="access-hint"
            />
          </div>
          <p>
            <button type="submit">Entrer</button>
          </p>
        </form>
        <p class="soft">
          Code perdu{NARROW}? Votre contact à la campagne vous en remet un nouveau{NARROW}; l’ancien
          ne fonctionne alors plus.
        </p>
      </>
    ),
  };
}
