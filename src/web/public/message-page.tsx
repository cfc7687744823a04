import type { Campaign } from '../../composition/ports';
import type { Translation } from '../../domain/messages';
import {
  formatDuration,
  formatSize,
  languageInWords,
  languageOwnName,
  NARROW,
  type Page,
} from '../shared';
import { excerpt, messagePath } from './message-list';
import { Hotline, publicPage } from './public-page';
import type { PublishedMessage } from './published';
import type { SpotToHear } from './spots-to-hear';

export type MessageView = {
  readonly campaign: Campaign;
  readonly publicUrl: string;
  readonly shown: PublishedMessage;
  readonly text: Translation;
  /** The French text changed after this one was checked against it. */
  readonly isOutdated: boolean;
  readonly spots: readonly SpotToHear[];
};

/** One message in one language, to read, to hear and to pass on. */
export function messagePage(view: MessageView): Page {
  const { campaign, text } = view;
  const { message, texts } = view.shown;
  const { language } = text;
  return publicPage(campaign, {
    title: text.title,
    isWide: false,
    meta: <ShareCard view={view} />,
    main: (
      <>
        <nav aria-label="Langues du message">
          <ul class="tabs">
            {texts.map((other) => (
              <li>
                <a
                  href={messagePath(message.code, other.language)}
                  lang={other.language}
                  hreflang={other.language}
                  aria-current={other.language === language ? 'page' : undefined}
                >
                  {languageOwnName(other.language)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {view.isOutdated ? (
          <p class="notice warn">
            Traduction à faire vérifier{NARROW}: le texte français a changé depuis la dernière relecture en{' '}
            {languageInWords(language)}.
          </p>
        ) : null}
        <article>
          <h1 class="headline" lang={language}>{text.title}</h1>
          {view.spots.map((heard) => (
            <Spot heard={heard} messageCode={message.code} />
          ))}
          <p class="prose" lang={language}>
            {text.body.trim()}
          </p>
          {text.callToAction.trim() === '' ? null : (
            <p class="act" lang={language}>
              {text.callToAction.trim()}
            </p>
          )}
        </article>
        <Hotline campaign={campaign} help={message.helpContact} />
        {message.factsSource.trim() === '' ? null : (
          <p class="soft small">Source des faits{NARROW}: {message.factsSource}</p>
        )}
        <p class="soft small">
          <a class="button quiet" href={cardPath(message.code, language)}>
            Image à partager
          </a>{' '}
          <a class="button quiet" href={`${cardPath(message.code, language)}&forme=${STATUS_FORM}`}>
            Image pour un statut WhatsApp
          </a>
        </p>
      </>
    ),
  });
}

/** In the address of the card: upright, as a status fills a telephone. */
export const STATUS_FORM = 'statut';

/** The picture that a network shows beside a link to the message. */
export function cardPath(code: string, language: string): string {
  return `/messages/${encodeURIComponent(code)}/card.png?langue=${language}`;
}

function ShareCard({ view }: { readonly view: MessageView }) {
  const { campaign, text, publicUrl } = view;
  const { message } = view.shown;
  const description = excerpt(text.body);
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={`${publicUrl}${messagePath(message.code, text.language)}`} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={campaign.name} />
      <meta property="og:title" content={text.title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={`${publicUrl}${messagePath(message.code, text.language)}`} />
      <meta property="og:image" content={`${publicUrl}${cardPath(message.code, text.language)}`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={text.title} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function Spot({ heard, messageCode }: { readonly heard: SpotToHear; readonly messageCode: string }) {
  const { spot, rendition } = heard;
  const path = `/messages/${encodeURIComponent(messageCode)}/audio/${encodeURIComponent(rendition.id)}`;
  return (
    <section class="card" aria-label={`À écouter : ${spot.title}`}>
      <h2>À écouter</h2>
      <audio controls preload="none" src={path} aria-label={spot.title} />
      <p class="actions">
        <a class="button quiet" href={`${path}?dl=1`} download={rendition.fileName}>
          Télécharger ({formatSize(rendition.sizeBytes)})
        </a>
        <span class="soft">
          {formatDuration(rendition.durationSeconds)} · {languageInWords(spot.language)}
        </span>
      </p>
      {spot.liveText.trim() === '' ? null : (
        <details>
          <summary>Lire ce que l’on entend</summary>
          <div class="inside">
            <p class="read" lang={spot.language}>
              {spot.liveText.trim()}
            </p>
          </div>
        </details>
      )}
    </section>
  );
}
