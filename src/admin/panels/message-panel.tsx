import { Flex, Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';

import { isLanguage, SOURCE_LANGUAGE, type Language } from '../../domain/shared';
import { reviewRefusalSentence } from '../../wording/messages';
import { LANGUAGE_NAMES } from '../../wording/terms';
import { useDesk } from '../desk/use-desk';
import type { MessageOnWire } from '../desk/wire';
import { LanguageReview } from '../pages/messages/language-review';
import { Arrived, SentenceList } from '../parts/notices';
import type { EditViewPanel } from './panel';

/** Beside a message's text: the review of the language that is open. */
export const MessagePanel: EditViewPanel = ({ model, documentId, document }) => {
  if (model !== 'api::message.message') return null;
  const note: unknown = document?.['reviewNote'];
  return {
    title: 'Relecture',
    content:
      documentId === undefined ? (
        <Typography>Enregistrez d’abord le texte, puis soumettez-le à la relecture.</Typography>
      ) : (
        <MessageReview
          // A saved text may have gone back to draft: it is asked for again.
          key={String(document?.['updatedAt'])}
          documentId={documentId}
          note={typeof note === 'string' ? note : ''}
        />
      ),
  };
};

type LocaleQuery = { readonly plugins?: { readonly i18n?: { readonly locale?: string } } };

function MessageReview({
  documentId,
  note,
}: {
  readonly documentId: string;
  readonly note: string;
}) {
  const [{ query }] = useQueryParams<LocaleQuery>();
  const locale = query.plugins?.i18n?.locale;
  const language: Language = isLanguage(locale) ? locale : SOURCE_LANGUAGE;
  const desk = useDesk<readonly MessageOnWire[]>('/desk/messages');
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" minWidth={0}>
      <Typography variant="pi">En {LANGUAGE_NAMES[language]}</Typography>
      <Arrived desk={desk}>
        {(messages) => {
          const message = messages.find((each) => each.documentId === documentId);
          if (message === undefined) return <Typography>Ce message n’existe plus.</Typography>;
          return (
            <>
              <LanguageReview
                documentId={documentId}
                messageCode={message.code}
                language={language}
                status={message.statuses[language]}
                isPublished={message.publishedLanguages.includes(language)}
                editLink={null}
                onMoved={desk.reload}
              />
              {message.statuses[language] === 'returned' && note !== '' && (
                <Typography>Note du relecteur : {note}</Typography>
              )}
              <SentenceList sentences={message.missing.map(reviewRefusalSentence)} />
            </>
          );
        }}
      </Arrived>
    </Flex>
  );
}
