import {
  Bell,
  Calendar,
  ChartPie,
  Check,
  File,
  Message,
  Microphone,
  PaperPlane,
  User,
  Question,
  WarningCircle,
} from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { keepTitleOurs } from './brand/document-title';
import { LOGO } from './brand/logo';
import { closeAnnouncements, presetFrench } from './brand/first-look';
import { LIGHT_THEME } from './brand/theme';
import { addFields } from './fields/register';
import { needs } from './desk/permissions';
import { showListValuesInFrench } from './panels/list-values';
import { addEditViewPanels } from './panels/register';
import fields from './translations/fields.fr.json';
import french from './translations/fr.json';
import values from './translations/values.fr.json';

const PAGES = [
  {
    to: 'yeelen/messages',
    title: 'Messages',
    icon: Message,
    action: 'desk.messages.read',
    Component: () => import('./pages/messages'),
  },
  {
    to: 'yeelen/spots',
    title: 'Spots',
    icon: Microphone,
    action: 'desk.spots.read',
    Component: () => import('./pages/spots'),
  },
  {
    to: 'yeelen/diffusions',
    title: 'Diffusions',
    icon: Calendar,
    action: 'desk.broadcast.read',
    Component: () => import('./pages/broadcast'),
  },
  {
    to: 'yeelen/contrats',
    title: 'Contrats',
    icon: File,
    action: 'desk.contracts.read',
    Component: () => import('./pages/contracts'),
  },
  {
    to: 'yeelen/alertes',
    title: 'Alertes',
    icon: WarningCircle,
    action: 'desk.alerts.read',
    Component: () => import('./pages/alerts'),
  },
  {
    to: 'yeelen/releves',
    title: 'Relevés',
    icon: Check,
    action: 'desk.broadcast.read',
    Component: () => import('./pages/airings'),
  },
  {
    to: 'yeelen/publications',
    title: 'Publications',
    icon: PaperPlane,
    action: 'desk.posts.read',
    Component: () => import('./pages/posts'),
  },
  {
    to: 'yeelen/comptes',
    title: 'Comptes',
    icon: User,
    action: 'desk.accounts.manage',
    Component: () => import('./pages/accounts'),
  },
  {
    to: 'yeelen/rumeurs',
    title: 'Rumeurs',
    icon: Question,
    action: 'desk.rumours.read',
    Component: () => import('./pages/rumours'),
  },
  {
    to: 'yeelen/resultats',
    title: 'Résultats',
    icon: ChartPie,
    action: 'desk.results.read',
    Component: () => import('./pages/results'),
  },
] as const;

export default {
  config: {
    locales: ['fr'],
    translations: { fr: { ...french, ...fields, ...values } },
    auth: { logo: LOGO },
    menu: { logo: LOGO },
    head: { favicon: LOGO },
    theme: { light: LIGHT_THEME },
    tutorials: false,
    // Strapi would ask a code host for its newest version.
    notifications: { releases: false },
  },

  register(app: StrapiApp) {
    presetFrench(window.localStorage, document);
    closeAnnouncements(window.localStorage);
    addFields(app);
    PAGES.forEach(({ to, title, icon, action, Component }, place) => {
      app.addMenuLink({
        to,
        icon,
        intlLabel: { id: `yeelen.menu.${to}`, defaultMessage: title },
        permissions: needs(action),
        // Before Strapi's own links, in the order of the tape.
        position: place / PAGES.length,
        Component,
      });
    });
    app.widgets.register((others) => [
      {
        id: 'today',
        pluginId: 'yeelen',
        icon: Bell,
        title: { id: 'yeelen.widget.today', defaultMessage: 'À faire aujourd’hui' },
        permissions: needs('desk.home.read'),
        component: async () => (await import('./widgets/today')).TodayWidget,
      },
      ...others,
    ]);
  },

  bootstrap(app: StrapiApp) {
    keepTitleOurs(document);
    addEditViewPanels(app);
    showListValuesInFrench(app, values);
  },
};
