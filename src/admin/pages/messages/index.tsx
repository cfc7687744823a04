import { Link, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link as RouterLink, NavLink } from 'react-router-dom';

import { LANGUAGES, type Language } from '../../../domain/shared';
import { reviewRefusalSentence } from '../../../wording/messages';
import { LANGUAGE_NAMES } from '../../../wording/terms';
import { useDesk } from '../../desk/use-desk';
import type { MessageOnWire } from '../../desk/wire';
import { Card } from '../../parts/card';
import { DataTable, type Column } from '../../parts/data-table';
import { DeskPage } from '../../parts/desk-page';
import { Arrived, EmptyNotice, SentenceList } from '../../parts/notices';
import { LanguageReview } from './language-review';

const EDITOR = '/content-manager/collection-types/api::message.message';

/** Where each message stands in each language, and its review. */
export default function MessagesPage() {
  return (
    <DeskPage
      title="Messages"
      subtitle="Où en est chaque message en français, en bambara et en soninké."
      action="desk.messages.read"
      primaryAction={
        <LinkButton tag={RouterLink} to={`${EDITOR}/create`} startIcon={<Plus />}>
          Nouveau message
        </LinkButton>
      }
    >
      <MessageTable />
    </DeskPage>
  );
}

function MessageTable() {
  const desk = useDesk<readonly MessageOnWire[]>('/desk/messages');
  return (
    <Arrived desk={desk}>
      {(messages) =>
        messages.length === 0 ? (
          <EmptyNotice>
            Aucun message pour le moment. Un message s’écrit d’abord en français, puis se traduit.
          </EmptyNotice>
        ) : (
          <Card title="État par langue">
            <DataTable
              caption="Chaque langue a sa propre relecture"
              columns={columns(desk.reload)}
              rows={messages}
              keyOf={({ documentId }) => documentId}
            />
          </Card>
        )
      }
    </Arrived>
  );
}

function columns(reload: () => Promise<void>): readonly Column<MessageOnWire>[] {
  return [
    { header: 'Message', cell: (message) => <MessageName message={message} /> },
    ...LANGUAGES.map((language): Column<MessageOnWire> => ({
      header: capital(LANGUAGE_NAMES[language]),
      cell: (message) => (
        <LanguageReview
          documentId={message.documentId}
          messageCode={message.code}
          language={language}
          status={message.statuses[language]}
          isPublished={message.publishedLanguages.includes(language)}
          editLink={editLink(message, language)}
          onMoved={reload}
        />
      ),
    })),
  ];
}

function MessageName({ message }: { readonly message: MessageOnWire }) {
  const missing = message.missing.map(reviewRefusalSentence);
  return (
    <>
      <Link tag={NavLink} to={editLink(message, 'fr')}>
        {message.title === '' ? 'Sans titre' : message.title}
      </Link>
      <div>{message.code}</div>
      {missing.length > 0 && (
        <div>
          <SentenceList sentences={missing} />
        </div>
      )}
    </>
  );
}

function editLink({ documentId }: MessageOnWire, language: Language): string {
  return `${EDITOR}/${documentId}?plugins[i18n][locale]=${language}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
