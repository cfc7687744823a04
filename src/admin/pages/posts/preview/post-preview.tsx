import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import styled from 'styled-components';

import { isLanguage, type Language } from '../../../../domain/shared';
import {
  costUsdOf,
  fitOf,
  foldOf,
  languagesOf,
  NETWORKS,
  textOf,
  type MediaKind,
  type Network,
  type Wording,
} from '../../../../domain/social';
import { dollars, NETWORK_NAMES, postRefusalSentence } from '../../../../wording/social';
import { LANGUAGE_NAMES } from '../../../../wording/terms';
import { useBlobUrl } from '../../../desk/use-blob-url';
import { RefusalNotice } from '../../../parts/notices';
import { NetworkFrame } from './frames';
import { useLimits } from './use-limits';

/** What the preview shows beside the words. */
export type PreviewMedia = {
  readonly kind: MediaKind;
  readonly cardTitle: string;
  readonly altText: string;
  /** Where the picture is fetched; null while there is none. */
  readonly path: string | null;
};

const Choices = styled.div`
  display: grid;
  gap: 1.2rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
  max-width: 52rem;
`;

/** One account that the preview shows the post on. */
export type PreviewPlace = { readonly network: Network; readonly name: string };

/** While no account is chosen, every network can be looked at. */
const ANYWHERE: readonly PreviewPlace[] = NETWORKS.map((network) => ({
  network,
  name: 'Votre compte',
}));

/** A post as a reader would see it, on each account and in each language, with what is cut off or refused. */
export function PostPreview({
  wording,
  accounts,
  media,
}: {
  readonly wording: Wording;
  /** Empty where none is chosen yet: then every network can be looked at. */
  readonly accounts: readonly PreviewPlace[];
  readonly media: PreviewMedia;
}) {
  const places = accounts.length === 0 ? ANYWHERE : accounts;
  const [asked, setAsked] = useState<string | null>(null);
  const [spoken, setSpoken] = useState<Language | null>(null);
  const limits = useLimits(places.some((each) => each.network === 'x'));
  const place = places.find((each) => keyOf(each) === asked) ?? places[0];
  if (place === undefined) return null;
  const { network, name } = place;
  const languages = languagesOf(wording, [network]);
  const language = spoken !== null && languages.includes(spoken) ? spoken : (languages[0] ?? null);
  if (language === null) return <Typography>Aucun texte à montrer pour l’instant.</Typography>;

  return (
    <Flex direction="column" alignItems="stretch" gap={3} minWidth={0}>
      <Choices>
        <Field.Root name="preview-network">
          <Field.Label>{accounts.length === 0 ? 'Réseau' : 'Compte'}</Field.Label>
          <SingleSelect value={keyOf(place)} onChange={(value) => setAsked(String(value))}>
            {places.map((each) => (
              <SingleSelectOption key={keyOf(each)} value={keyOf(each)}>
                {accounts.length === 0
                  ? NETWORK_NAMES[each.network]
                  : `${each.name} · ${NETWORK_NAMES[each.network]}`}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root name="preview-language">
          <Field.Label>Langue</Field.Label>
          <SingleSelect
            value={language}
            onChange={(value) => setSpoken(isLanguage(value) ? value : null)}
          >
            {languages.map((each) => (
              <SingleSelectOption key={each} value={each}>
                {LANGUAGE_NAMES[each]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Choices>
      <Shown
        network={network}
        language={language}
        text={textOf(wording, network, language)}
        limits={limits.get(network)}
        media={media}
        accountName={name}
      />
    </Flex>
  );
}

const keyOf = ({ network, name }: PreviewPlace) => `${network}/${name}`;

function Shown({
  network,
  language,
  text,
  limits,
  media,
  accountName,
}: {
  readonly network: Network;
  readonly language: Language;
  readonly text: string;
  readonly limits: Parameters<typeof fitOf>[1] | undefined;
  readonly media: PreviewMedia;
  readonly accountName: string;
}) {
  if (limits === undefined) return null;
  const { weight, maximum, taken, surplus } = fitOf(text, limits);
  const { seen, folded } = foldOf(network, taken);
  const isTooLong = surplus !== '';
  return (
    <>
      <NetworkFrame
        network={network}
        accountName={accountName}
        words={
          <span lang={language}>
            {seen}
            {folded !== '' && <span className="quiet">… Voir plus</span>}
            {isTooLong && <mark>{surplus}</mark>}
          </span>
        }
        media={<Media media={media} />}
      />
      <Typography variant="pi" textColor={isTooLong ? 'danger700' : 'neutral700'} role="status">
        {isTooLong
          ? `${postRefusalSentence({ kind: 'too-long', network, language, weight, maximum }, 'utc')} Ce qui est barré est de trop : ${NETWORK_NAMES[network]} refuserait tout.`
          : `${weight} signes comptés sur ${maximum}.`}
        {network === 'x' ? ` Coût : ${dollars(costUsdOf({ network, text }))}.` : ''}
      </Typography>
      {folded !== '' && (
        <Typography variant="pi" textColor="neutral700">
          La suite se lit en touchant « Voir plus » : mettez l’essentiel au début.
        </Typography>
      )}
    </>
  );
}

const MEDIA_WORDS: Readonly<Record<MediaKind, string>> = {
  card: 'La carte sera dessinée à l’approbation.',
  photo: 'Photo jointe',
  film: 'Film d’un spot',
};

function Media({ media }: { readonly media: PreviewMedia }) {
  const { url, isLoading, refusal, load } = useBlobUrl(media.path ?? '');
  if (url !== null) {
    return media.kind === 'film' ? (
      <video controls src={url} aria-label={media.altText} />
    ) : (
      <img src={url} alt={media.altText} />
    );
  }
  return (
    <Flex
      direction="column"
      justifyContent="center"
      gap={2}
      padding={4}
      height="100%"
      style={{ textAlign: 'center' }}
    >
      {media.kind === 'card' && (
        <Typography variant="delta" tag="p" textColor="neutral800">
          {media.cardTitle}
        </Typography>
      )}
      <Typography variant="pi" textColor="neutral800">
        {media.path === null || media.kind !== 'card' ? MEDIA_WORDS[media.kind] : 'Carte dessinée'}
      </Typography>
      {media.path !== null && (
        <Button variant="tertiary" size="S" loading={isLoading} onClick={() => void load()}>
          {media.kind === 'film' ? 'Voir le film' : 'Voir l’image'}
        </Button>
      )}
      <Box>
        <RefusalNotice refusal={refusal} title="Image indisponible" />
      </Box>
    </Flex>
  );
}
