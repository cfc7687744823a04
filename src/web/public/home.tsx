import type { Campaign } from '../../composition/ports';
import { french, NARROW, telephoneLink, type Page } from '../shared';
import { MessageList } from './message-list';
import { ExampleNotice, Organisations, publicPage } from './public-page';
import type { PublishedMessage } from './published';

/** The first page: what this is, and a door for each person. */
export function homePage(campaign: Campaign, messages: readonly PublishedMessage[]): Page {
  return publicPage(campaign, {
    title: campaign.name,
    meta: (
      <>
        <meta name="description" content={campaign.pitch} />
        <meta property="og:title" content={campaign.name} />
        <meta property="og:description" content={campaign.pitch} />
        <meta property="og:type" content="website" />
      </>
    ),
    hero: (
      <div class="hero">
        <div class="wrap wide">
          <h1>{campaign.name}</h1>
          <p>{french(campaign.pitch)}</p>
          <Ring campaign={campaign} />
        </div>
      </div>
    ),
    main: (
      <>
        <ExampleNotice campaign={campaign} />
        <section aria-labelledby="portes">
        <h2 id="portes">Par où entrer</h2>
        <ul class="grid">
          <Door
            href="/messages"
            title="Lire et écouter"
            words="Les messages de la campagne, pour toutes et tous, en français, en bambara et en soninké."
          />
          <Door
            href="/station"
            title="Je travaille à la radio"
            words="Le programme de la semaine, les fichiers à diffuser, la confirmation des diffusions."
          />
          <Door
            href="/admin"
            title="Je suis journaliste ou relecteur"
            words="Écrire un message, déposer un spot, relire une traduction."
          />
          <Door
            href="/admin"
            title="Je pilote la campagne"
            words="Planifier les diffusions, suivre les publications, lire les résultats."
          />
        </ul>
        </section>
        {messages.length === 0 ? null : (
          <section aria-labelledby="recents">
            <h2 id="recents">À lire et à écouter</h2>
            <MessageList messages={messages.slice(0, 4)} level="h3" />
            {messages.length > 4 ? (
              <p>
                <a class="button quiet" href="/messages">
                  Tous les messages
                </a>
              </p>
            ) : null}
          </section>
        )}
        <Organisations title="Partenaires" organisations={campaign.partners} />
        <Organisations title="Avec le soutien de" organisations={campaign.donors} />
        <p class="soft small">
          Voir aussi{NARROW}: <a href="/mur">le mur de démonstration des publications</a>
        </p>
      </>
    ),
  });
}

/** The number to call, the first thing that a thumb finds. */
function Ring({ campaign }: { readonly campaign: Campaign }) {
  if (campaign.hotline === '') return null;
  return (
    <p>
      <a class="ring" href={telephoneLink(campaign.hotline)}>
        Une question, besoin d’aide{NARROW}?<strong>{campaign.hotline}</strong>
        {french(campaign.hotlineHours)}
      </a>
    </p>
  );
}

function Door(props: { readonly href: string; readonly title: string; readonly words: string }) {
  return (
    <li>
      <a class="card door" href={props.href}>
        <strong>{props.title}</strong>
        {props.words}
      </a>
    </li>
  );
}
