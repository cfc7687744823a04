import { Box } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import styled from 'styled-components';

import type { DeskAction } from '../../domain/people';
import { needs } from '../desk/permissions';

/** Nothing inside may be wider than the screen of a telephone: what is wide scrolls in its own frame. */
const Narrow = styled(Box)`
  min-width: 0;
  max-width: 100%;
  overflow-wrap: break-word;
  a {
    color: ${({ theme }) => theme.colors.primary600};
  }
  /* Fingers need 48 pixels; ticks keep their size, their whole line answers. */
  @media (max-width: 767px) {
    button:not([role]) {
      min-height: 4.8rem;
    }
  }
`;

/** A page of ours in the admin: guarded, named, with its heading. */
export function DeskPage({
  title,
  subtitle,
  action,
  primaryAction,
  children,
}: {
  readonly title: string;
  readonly subtitle: string;
  readonly action: DeskAction;
  readonly primaryAction?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Page.Protect permissions={needs(action)}>
      <Page.Main>
        <Page.Title>{title}</Page.Title>
        <Layouts.Header title={title} subtitle={subtitle} primaryAction={primaryAction} />
        <Layouts.Content>
          <Narrow paddingBottom={10}>{children}</Narrow>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
