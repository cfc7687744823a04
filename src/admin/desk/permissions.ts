import { useAuth } from '@strapi/strapi/admin';

import type { DeskAction } from '../../domain/people';

type NeededPermission = { readonly action: string; readonly subject: null };

/** What Strapi's menu, pages and widgets are guarded by. */
export function needs(action: DeskAction): NeededPermission[] {
  return [{ action: `api::${action}`, subject: null }];
}

/** Whether the signed-in person may do this. The server decides; this only hides buttons that would be refused. */
export function useMay(action: DeskAction): boolean {
  return useAuth('Yeelen', ({ permissions }) =>
    permissions.some((permission) => permission.action === `api::${action}`),
  );
}
