import { DataTable } from '../../parts/data-table';

export type Figure = { readonly name: string; readonly value: string };

/** Figures by their name, two columns. */
export function FigureTable({
  caption,
  figures,
}: {
  readonly caption: string;
  readonly figures: readonly Figure[];
}) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { header: 'Mesure', cell: ({ name }) => name },
        { header: 'Valeur', isFigure: true, cell: ({ value }) => value },
      ]}
      rows={figures}
      keyOf={({ name }) => name}
      isSlim
    />
  );
}
