import type { ComponentChildren, VNode } from 'preact';
import type { Campaign, Organisation } from '../../composition/ports';
import { french, telephoneLink, type Page } from '../shared';
import { NARROW } from '../shared';

/** The bar and the foot that every public page shares. */
export function publicPage(
  campaign: Campaign,
  page: { readonly title: string; readonly main: ComponentChildren } & Partial<Page>,
): Page {
  return {
    subtitle: campaign.name,
    home: '/',
    isIndexed: true,
    isWide: true,
    bar: (
      <nav aria-label="Principal">
        <a href="/messages">Messages</a>
        <a href="/station">Radios</a>
        <a href="/admin">Rédaction</a>
      </nav>
    ),
    foot: <Foot campaign={campaign} />,
    ...page,
  };
}

function Foot({ campaign }: { readonly campaign: Campaign }) {
  return (
    <>
      {campaign.hotline === '' ? null : (
        <p>
          Écoute et conseil{NARROW}: <a href={telephoneLink(campaign.hotline)}>{campaign.hotline}</a>
          {campaign.hotlineHours === '' ? null : (
            <>
              <br />
              {french(campaign.hotlineHours)}
            </>
          )}
        </p>
      )}
      <p>
        Partir, rester, revenir{NARROW}: le choix vous appartient. Yeelen («{NARROW}lumière{NARROW}» en
        bambara) veut qu’il soit libre et éclairé.
      </p>
    </>
  );
}

/** The number to call, large enough for a thumb. */
export function Hotline({ campaign, help }: { readonly campaign: Campaign; readonly help?: string }) {
  if (campaign.hotline === '' && (help ?? '') === '') return null;
  return (
    <section class="call" aria-labelledby="aide">
      <h2 id="aide">Une question, besoin d’aide{NARROW}?</h2>
      {campaign.hotline === '' ? null : (
        <p>
          <a class="number" href={telephoneLink(campaign.hotline)}>
            {campaign.hotline}
          </a>
          {campaign.hotlineHours === '' ? null : (
            <>
              <br />
              {french(campaign.hotlineHours)}
            </>
          )}
        </p>
      )}
      {help === undefined || help === '' ? null : <p>{help}</p>}
    </section>
  );
}

/** Partners or donors by name. Only a web address is made a link: anything else in the field is left out. */
export function Organisations(props: {
  readonly title: string;
  readonly organisations: readonly Organisation[];
}): VNode | null {
  if (props.organisations.length === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      <ul>
        {props.organisations.map(({ name, website }) => (
          <li>
            {/^https?:\/\//i.test(website) ? (
              <a href={website} rel="noopener noreferrer">
                {name}
              </a>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Says that what one sees was made up to show how the system works. */
export function ExampleNotice({ campaign }: { readonly campaign: Campaign }) {
  if (!campaign.isExample) return null;
  return (
    <p class="notice warn">
      Données d’exemple{NARROW}: la campagne, les radios et les messages montrés ici servent à découvrir
      Yeelen. Ils se remplacent dans la rédaction.
    </p>
  );
}
