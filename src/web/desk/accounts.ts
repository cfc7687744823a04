import { z } from 'zod';

import type { Ports } from '../../composition/ports';
import {
  checkAccount,
  connectAccount,
  disconnectAccount,
  readAccounts,
  setAccountPeople,
  steerAccount,
  type Steering,
} from '../../use-cases/accounts';
import {
  accountHoldSentence,
  connectionSentence,
  connectRefusalSentence,
} from '../../wording/accounts';
import {
  answer,
  personOf,
  readBody,
  refuseDesk,
  refuseUnknown,
  type DeskContext,
  type DeskRoute,
} from './route';

const MOST_FIELDS = 10;
const MOST_PEOPLE = 100;
/** A thousand dollars: above it somebody mistook the unit. */
const HIGHEST_CAP_USD = 1000;

const secretsBody = z.object({
  values: z
    .record(z.string().max(40), z.string().max(4096))
    .refine((values) => Object.keys(values).length <= MOST_FIELDS),
});
const capBody = z.object({ capUsd: z.number().min(0).max(HIGHEST_CAP_USD).nullable() });
const peopleBody = z.object({ people: z.array(z.string().regex(/^user:\d+$/)).max(MOST_PEOPLE) });

const codeOf = (ctx: DeskContext) => ctx.params['accountCode'] ?? '';

/** Accounts on networks: their state, who may post there, what connects them. What was entered is never answered. */
export function accountRoutes(ports: Ports, wakeWorkers: () => void): readonly DeskRoute[] {
  const action = 'desk.accounts.manage';
  const unknown = (ctx: DeskContext) =>
    refuseUnknown(ctx, `Le compte ${codeOf(ctx)} n’existe pas.`);

  async function steer(ctx: DeskContext, steering: Steering): Promise<void> {
    const state = await steerAccount(ports, codeOf(ctx), steering, personOf(ctx));
    if (state === null) {
      unknown(ctx);
      return;
    }
    wakeWorkers();
    answer(ctx, 200, { data: { accountCode: state.accountCode } });
  }

  return [
    {
      method: 'GET',
      path: '/accounts',
      action,
      handler: async (ctx) => {
        const { timeZone } = await ports.content.campaign();
        const view = await readAccounts(ports);
        answer(ctx, 200, {
          data: {
            ...view,
            accounts: view.accounts.map((each) => ({
              ...each,
              holdSentence: each.hold === null ? null : accountHoldSentence(each.hold, timeZone),
              reportSentence:
                each.state.report === null ? null : connectionSentence(each.state.report),
            })),
          },
        });
      },
    },
    {
      method: 'GET',
      path: '/accounts/partners',
      action,
      handler: async (ctx) => {
        const { partners } = await ports.content.campaign();
        answer(ctx, 200, { data: partners.map(({ name }) => name) });
      },
    },
    {
      method: 'POST',
      path: '/accounts/:accountCode/connection',
      action,
      handler: async (ctx) => {
        const body = readBody(ctx, secretsBody);
        if (body === null) return;
        const connected = await connectAccount(ports, codeOf(ctx), body.values, personOf(ctx));
        if (connected.ok) {
          wakeWorkers();
          answer(ctx, 200, { data: { report: connected.value.report?.kind ?? null } });
          return;
        }
        const { kind } = connected.refusals[0];
        const status = kind === 'account-not-found' ? 404 : kind === 'no-key' ? 503 : 422;
        refuseDesk(ctx, status, connected.refusals.map(connectRefusalSentence), connected.refusals);
      },
    },
    {
      method: 'POST',
      path: '/accounts/:accountCode/disconnect',
      action,
      handler: async (ctx) => {
        const wasThere = await disconnectAccount(ports, codeOf(ctx), personOf(ctx));
        if (wasThere) answer(ctx, 200, { data: { wasThere } });
        else refuseUnknown(ctx, `Le compte ${codeOf(ctx)} n’est pas connecté.`);
      },
    },
    {
      method: 'POST',
      path: '/accounts/:accountCode/check',
      action,
      handler: async (ctx) => {
        const account = (await ports.content.accounts()).find(({ code }) => code === codeOf(ctx));
        if (account === undefined) {
          unknown(ctx);
          return;
        }
        const state = await checkAccount(ports, account);
        wakeWorkers();
        answer(ctx, 200, { data: { report: state.report?.kind ?? null } });
      },
    },
    {
      method: 'POST',
      path: '/accounts/:accountCode/pause',
      action,
      handler: (ctx) => steer(ctx, { kind: 'pause' }),
    },
    {
      method: 'POST',
      path: '/accounts/:accountCode/resume',
      action,
      handler: (ctx) => steer(ctx, { kind: 'resume' }),
    },
    {
      method: 'POST',
      path: '/accounts/:accountCode/cap',
      action,
      handler: async (ctx) => {
        const body = readBody(ctx, capBody);
        if (body === null) return;
        const capMicroUsd = body.capUsd === null ? null : Math.round(body.capUsd * 1_000_000);
        await steer(ctx, { kind: 'cap', capMicroUsd });
      },
    },
    {
      method: 'POST',
      path: '/accounts/:accountCode/people',
      action,
      handler: async (ctx) => {
        const body = readBody(ctx, peopleBody);
        if (body === null) return;
        if (await setAccountPeople(ports, codeOf(ctx), body.people, personOf(ctx))) {
          answer(ctx, 200, { data: { people: body.people.length } });
        } else unknown(ctx);
      },
    },
  ];
}
