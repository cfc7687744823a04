import type { VNode } from 'preact';
import { sendWord, wantsWord } from './json-answer';
import { sendPage } from './page';
import type { WebContext } from './route';
import { french } from './format';

/** What went wrong, in words, and where to go from here. */
export type Problem = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503;
  readonly title?: string;
  readonly explanation?: string;
  readonly retryAfterSeconds?: number;
  readonly way?: { readonly href: string; readonly words: string };
  readonly more?: VNode;
  /** Who is signed in, said at the top. */
  readonly bar?: VNode;
};

const WORDS: Readonly<Record<Problem['status'], { title: string; explanation: string }>> = {
  400: {
    title: 'Demande incomplète',
    explanation:
      'Cette demande ne peut pas être comprise. Revenez en arrière et essayez de nouveau.',
  },
  401: {
    title: 'Connectez-vous',
    explanation: 'Votre session est terminée ou n’a pas commencé. Connectez-vous pour continuer.',
  },
  403: {
    title: 'Envoi refusé',
    explanation:
      'Ce formulaire ne vient pas de nos pages. Ouvrez la page de nouveau, puis envoyez-le encore une fois.',
  },
  404: {
    title: 'Page introuvable',
    explanation: 'L’adresse est peut-être incomplète, ou la page n’est plus en ligne.',
  },
  405: {
    title: 'Action impossible ici',
    explanation: 'Cette adresse ne répond pas à ce type de demande.',
  },
  409: {
    title: 'Déjà enregistré autrement',
    explanation: 'Les informations ont changé entre-temps. Ouvrez la page de nouveau.',
  },
  413: {
    title: 'Envoi trop long',
    explanation: 'Ce formulaire contient trop de texte. Rien n’a été enregistré.',
  },
  422: {
    title: 'Réponse incomplète',
    explanation: 'Il manque une information. Rien n’a été enregistré.',
  },
  429: {
    title: 'Trop d’essais',
    explanation: 'Attendez un moment avant d’essayer de nouveau.',
  },
  500: {
    title: 'Une erreur est survenue',
    explanation:
      'La page n’a pas pu être préparée. Essayez de nouveau dans un instant ; si cela continue, appelez la campagne.',
  },
  503: {
    title: 'Indisponible pour le moment',
    explanation: 'Ce fichier ne peut pas être servi pour le moment. Essayez de nouveau plus tard.',
  },
};

/** Sends an error page in French with the right status. */
export async function sendProblem(ctx: WebContext, problem: Problem): Promise<void> {
  const words = WORDS[problem.status];
  const title = problem.title ?? words.title;
  const way = problem.way ?? { href: '/', words: 'Aller à l’accueil' };
  if (problem.retryAfterSeconds !== undefined) {
    ctx.set('Retry-After', String(Math.max(1, Math.ceil(problem.retryAfterSeconds))));
  }
  if (wantsWord(ctx)) {
    sendWord(ctx, problem.status, { sentences: [problem.explanation ?? words.explanation] });
    return;
  }
  await sendPage(
    ctx,
    {
      title,
      subtitle: 'Campagne d’information',
      home: '/',
      ...(problem.bar === undefined ? {} : { bar: problem.bar }),
      isIndexed: false,
      main: (
        <>
          <p class="soft">Erreur {problem.status}</p>
          <h1>{title}</h1>
          <p class="lead">{french(problem.explanation ?? words.explanation)}</p>
          {problem.more}
          <p class="actions">
            <a class="button" href={way.href}>
              {way.words}
            </a>
          </p>
        </>
      ),
    },
    { status: problem.status },
  );
}
