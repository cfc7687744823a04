import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** What most people need not see: it opens when asked for. */
export function Details({
  title,
  isOpen = false,
  children,
}: {
  readonly title: ReactNode;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details open={isOpen} style={{ minWidth: 0 }}>
      <summary style={{ cursor: 'pointer', paddingBlock: '1.2rem' }}>
        <Typography fontWeight="semiBold">{title}</Typography>
      </summary>
      {children}
    </details>
  );
}
