import type { Ports } from '../../composition/ports';
import { guard, type Report, type WebRoute } from '../shared';
import { postAcknowledgement } from './acknowledge';
import { postAiring, postUnplanned, postWholeDay } from './answers';
import { sendStationFile } from './files';
import { postLink, showLink } from './link';
import { sendPageScript, sendWorker } from './scripts';
import { postSession, postSignOut, showDoor } from './door';
import { postRecording, showRecordingForm } from './recording';
import { showProgramme } from './show-programme';
import { redirect } from '../shared';

/** The station's own pages: every one behind its sign-in, all of them whole without a line of script. */
export function createStationRoutes(ports: Ports, report: Report): readonly WebRoute[] {
  const routes: readonly WebRoute[] = [
    { method: 'GET', path: '/station', handler: (ctx) => showDoor(ctx, ports) },
    { method: 'POST', path: '/station/session', handler: (ctx) => postSession(ctx, ports) },
    // Somebody reloads the page that a refused sign-in left.
    { method: 'GET', path: '/station/session', handler: async (ctx) => redirect(ctx, '/station') },
    { method: 'GET', path: '/station/lien', handler: (ctx) => showLink(ctx, ports) },
    { method: 'POST', path: '/station/session/lien', handler: (ctx) => postLink(ctx, ports) },
    {
      method: 'GET',
      path: '/station/session/lien',
      handler: async (ctx) => redirect(ctx, '/station'),
    },
    { method: 'GET', path: '/station/sw.js', handler: (ctx) => sendWorker(ctx, ports) },
    { method: 'GET', path: '/station/client/:name', handler: (ctx) => sendPageScript(ctx, ports) },
    { method: 'POST', path: '/station/sign-out', handler: (ctx) => postSignOut(ctx, ports) },
    { method: 'GET', path: '/station/programme', handler: (ctx) => showProgramme(ctx, ports) },
    {
      method: 'GET',
      path: '/station/files/:renditionId',
      handler: (ctx) => sendStationFile(ctx, ports, report),
    },
    { method: 'POST', path: '/station/airings', handler: (ctx) => postAiring(ctx, ports) },
    {
      method: 'GET',
      path: '/station/airings',
      handler: async (ctx) => redirect(ctx, '/station/programme'),
    },
    { method: 'POST', path: '/station/airings/day', handler: (ctx) => postWholeDay(ctx, ports) },
    {
      method: 'GET',
      path: '/station/airings/day',
      handler: async (ctx) => redirect(ctx, '/station/programme'),
    },
    {
      method: 'GET',
      path: '/station/airings/recording',
      handler: (ctx) => showRecordingForm(ctx, ports),
    },
    {
      method: 'POST',
      path: '/station/airings/recording',
      handler: (ctx) => postRecording(ctx, ports),
    },
    {
      method: 'POST',
      path: '/station/alerts',
      handler: (ctx) => postAcknowledgement(ctx, ports),
    },
    {
      method: 'GET',
      path: '/station/alerts',
      handler: async (ctx) => redirect(ctx, '/station/programme'),
    },
    {
      method: 'POST',
      path: '/station/airings/unplanned',
      handler: (ctx) => postUnplanned(ctx, ports),
    },
    {
      method: 'GET',
      path: '/station/airings/unplanned',
      handler: async (ctx) => redirect(ctx, '/station/programme'),
    },
  ];
  return routes.map((route) => guard(route, report));
}
