import type { StrapiApp } from '@strapi/strapi/admin';

import { MessagePanel } from './message-panel';
import type { EditViewPanel } from './panel';
import { PostPanel } from './post-panel';
import { SpotPanel } from './spot-panel';
import { StationDeliveryPanel } from './station-delivery-panel';

type ContentManagerApis = {
  readonly addEditViewSidePanel: (panels: readonly EditViewPanel[]) => void;
};

/** Puts the sound beside a spot's fields, the review beside a message's text, the preview beside a post, the delivery beside a station. */
export function addEditViewPanels(app: Pick<StrapiApp, 'getPlugin'>): void {
  const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
  apis.addEditViewSidePanel([SpotPanel, MessagePanel, StationDeliveryPanel, PostPanel]);
}
