import type { Campaign } from '../../composition/ports';
import { languageOwnName, type Page } from '../shared';
import { Hotline, publicPage } from './public-page';
import type { PublishedMessage } from './published';

/** Where a message is read, in one of its languages. */
export function messagePath(code: string, language?: string): string {
  const path = `/messages/${encodeURIComponent(code)}`;
  return language === undefined ? path : `${path}?langue=${language}`;
}

/** Everything that was published. */
export function messageListPage(campaign: Campaign, messages: readonly PublishedMessage[]): Page {
  return publicPage(campaign, {
    title: 'Messages',
    meta: <meta name="description" content={`Les messages de la campagne « ${campaign.name} »`} />,
    main: (
      <>
        <h1>Messages</h1>
        <p class="lead">À lire, à écouter, à faire passer autour de vous.</p>
        {messages.length === 0 ? (
          <p class="notice">Aucun message n’est encore en ligne. Revenez bientôt.</p>
        ) : (
          <MessageList messages={messages} level="h2" />
        )}
        <Hotline campaign={campaign} />
      </>
    ),
  });
}

export function MessageList(props: {
  readonly messages: readonly PublishedMessage[];
  readonly level: 'h2' | 'h3';
}) {
  const Heading = props.level;
  return (
    <ul class="list">
      {props.messages.map(({ message, texts }) => (
        <li class="card edge">
          <Heading lang={texts[0].language}>
            <a href={messagePath(message.code)}>{texts[0].title}</a>
          </Heading>
          <p lang={texts[0].language}>{excerpt(texts[0].body)}</p>
          <ul class="badges" aria-label="Langues">
            {texts.map(({ language }) => (
              <li class="badge" lang={language}>
                {languageOwnName(language)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** The beginning of a text, cut between two words. */
export function excerpt(text: string, maximumLength = 180): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= maximumLength) return flat;
  const cut = flat.slice(0, maximumLength);
  const space = cut.lastIndexOf(' ');
  return `${(space > maximumLength / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/, '')}…`;
}
