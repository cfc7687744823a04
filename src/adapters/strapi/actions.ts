import type { Core } from '@strapi/strapi';

import { DESK_ACTIONS, type DeskAction } from '../../domain/people';

/** The identifier that Strapi gives to an action of ours. */
export function actionId(action: DeskAction): string {
  return `api::${action}`;
}

type ActionProvider = { registerMany(actions: readonly object[]): Promise<void> };

/**
 * Registers the actions. It must happen in `register`: at its bootstrap the admin deletes permissions of actions it
 * does not know, and with them what an administrator granted.
 */
export async function registerDeskActions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as {
    actionProvider: ActionProvider;
  };
  await actionProvider.registerMany(
    Object.entries(DESK_ACTIONS).map(([uid, displayName]) => ({
      uid,
      displayName,
      section: 'settings',
      category: 'Yeelen',
      subCategory: 'Bureau',
    })),
  );
}
