import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A framed part of a page under a heading of its own. */
export function Card({
  title,
  level = 'h2',
  aside,
  children,
}: {
  readonly title: ReactNode;
  readonly level?: 'h2' | 'h3';
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Box
      tag="section"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
      minWidth={0}
    >
      <Flex direction="column" alignItems="stretch" gap={4} minWidth={0}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={2} wrap="wrap">
          <Typography variant={level === 'h2' ? 'beta' : 'delta'} tag={level}>
            {title}
          </Typography>
          {aside}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
}
