import { Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';

type Header = {
  readonly name: string;
  readonly attribute: { readonly type: string };
  readonly cellFormatter?: unknown;
};

type Lists = { readonly displayedHeaders: readonly Header[] };

/** Strapi's lists show the stored word of a choice (`no-real-person`); its edit view shows the French one. Now both do. */
export function showListValuesInFrench(
  app: Pick<StrapiApp, 'registerHook'>,
  french: Readonly<Record<string, string>>,
): void {
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', (lists: Lists): Lists => ({
    ...lists,
    displayedHeaders: lists.displayedHeaders.map((header) =>
      header.attribute.type === 'enumeration' && header.cellFormatter === undefined
        ? { ...header, cellFormatter: formatter(header.name, french) }
        : header,
    ),
  }));
}

function formatter(name: string, french: Readonly<Record<string, string>>) {
  return function FrenchValue(row: Readonly<Record<string, unknown>>) {
    const value = row[name];
    const word = typeof value === 'string' ? (french[value] ?? value) : '–';
    return <Typography textColor="neutral800">{word}</Typography>;
  };
}
