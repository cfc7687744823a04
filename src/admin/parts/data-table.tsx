import type { ReactNode } from 'react';
import styled, { css } from 'styled-components';

export type Column<Row> = {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand to the right, where their digits line up. */
  readonly isFigure?: boolean;
};

/** Below this width a row becomes a card and each cell carries its heading: no page ever scrolls sideways. */
const NARROW = '(max-width: 767px)';

const AS_CARDS = css`
  @media ${NARROW} {
    &,
    caption,
    thead,
    tbody,
    tfoot,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      padding-block: 0.8rem;
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
    }
    tr td,
    tr td[data-figure='true'] {
      display: grid;
      grid-template-columns: minmax(10rem, 38%) minmax(0, 1fr);
      gap: 0.8rem;
      text-align: left;
      padding: 0.4rem 0;
      border: 0;
    }
    tbody td:first-child {
      font-weight: 600;
    }
    td::before {
      font-weight: 400;
      content: attr(data-label);
      color: ${({ theme }) => theme.colors.neutral600};
    }
  }
`;

const Frame = styled.table<{ readonly $isSlim: boolean }>`
  width: 100%;
  border-collapse: collapse;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};

  caption {
    text-align: left;
    padding-block-end: 0.8rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 0.8rem 1.2rem 0.8rem 0;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  thead th,
  tfoot td {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral700};
  }
  td[data-figure='true'],
  th[data-figure='true'] {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  tr > :last-child {
    padding-right: 0;
  }

  ${({ $isSlim }) => ($isSlim ? '' : AS_CARDS)}
`;

/** A table that is a list of cards on a telephone. Its roles are written out, since cards would lose them. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  footer,
  isSlim = false,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly footer?: readonly string[] | null;
  /** Two short columns: they fit a telephone as they are. */
  readonly isSlim?: boolean;
}) {
  return (
    <Frame role="table" $isSlim={isSlim}>
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ header, isFigure = false }) => (
            <th key={header} role="columnheader" scope="col" data-figure={isFigure}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ header, cell, isFigure = false }) => (
              <td key={header} role="cell" data-label={header} data-figure={isFigure}>
                <span>{cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {footer === undefined || footer === null ? null : (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map(({ header, isFigure = false }, place) => (
              <td key={header} role="cell" data-label={header} data-figure={isFigure}>
                <span>{footer[place] ?? ''}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </Frame>
  );
}
