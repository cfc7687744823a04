import { Typography } from '@strapi/design-system';
import { useIsMobile } from '@strapi/strapi/admin';
import styled from 'styled-components';

import type { ChartTable } from '../../web/shared/charts';
import { DataTable } from './data-table';

/** Drawn for white paper: it keeps its own ground in the dark theme. */
const Paper = styled.div`
  background: #fff;
  border-radius: ${({ theme }) => theme.borderRadius};
  min-width: 0;
  svg {
    display: block;
    max-width: 100%;
    overflow: hidden;
  }
`;

/** A chart that our own code wrote as SVG, every text in it escaped there. */
export function ChartPicture({ svg }: { readonly svg: string }) {
  return <Paper dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** The figures of a chart as a table: the first column names, the others count. On a telephone it waits to be opened. */
export function ChartFigures({ table }: { readonly table: ChartTable }) {
  const columns = table.header.map((header, place) => ({
    header,
    isFigure: place > 0,
    cell: (row: readonly string[]) => row[place] ?? '',
  }));
  const isMobile = useIsMobile();
  return (
    <details open={!isMobile}>
      <summary style={{ cursor: 'pointer', paddingBlock: '1.2rem' }}>
        <Typography fontWeight="semiBold">Les mêmes chiffres en tableau</Typography>
      </summary>
      <DataTable
        caption={table.caption}
        columns={columns}
        rows={table.rows}
        keyOf={(row) => row.join('|')}
        footer={table.footer}
      />
    </details>
  );
}
