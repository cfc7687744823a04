import { errors } from '@strapi/utils';

/** A call of the document service, as its middlewares see it. */
export type DocumentCall = {
  readonly uid: string;
  readonly action: string;
  params: {
    documentId?: string;
    locale?: string | readonly string[] | null;
    data?: Record<string, unknown>;
  };
};

/** Refuses a document with a sentence that says what to do. The admin shows it as it is. */
export function refuseDocument(sentence: string): never {
  throw new errors.ApplicationError(sentence);
}
