import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createApprovalStore } from '../../../src/adapters/sql/approval-store';
import { createDeliveryStore, dueQuery } from '../../../src/adapters/sql/delivery-store';
import type { ApprovalStore, DeliveryStore } from '../../../src/composition/ports';
import { afterOutcome, beginSending, miss } from '../../../src/domain/social';
import type { Delivery } from '../../../src/domain/social';
import { connect, openTestDatabase } from '../../helpers/database';
import type { TestDatabase } from '../../helpers/database';
import { buildContent } from '../../helpers/social-channel-contract';

const NOON = new Date('2026-12-01T12:00:00Z');
const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
const approval = (hash = 'hash-1') => ({ hash, by: 'user:manager', at: at(-3600) });

let database: TestDatabase;
let deliveries: DeliveryStore;
let approvals: ApprovalStore;

beforeEach(async () => {
  database = await openTestDatabase();
  deliveries = createDeliveryStore(database.knex);
  approvals = createApprovalStore(database.knex);
});
afterEach(() => database.close());

async function only(): Promise<Delivery> {
  const [delivery] = await deliveries.all();
  if (delivery === undefined) throw new Error('There is no delivery.');
  return delivery;
}

async function claimed(): Promise<Delivery> {
  const delivery = await deliveries.claim(await only(), 'mine', at(120));
  if (delivery === null) throw new Error('The row is not ours.');
  return delivery;
}

describe('granting an approval', () => {
  const part = (id: string, what = {}) => ({ id, content: buildContent(what) });

  it('keeps exactly what was frozen', async () => {
    expect(await approvals.grant('POST-1', approval(), [part('d1')])).toBe(1);
    expect(await deliveries.byId('d1')).toMatchObject({
      content: buildContent(),
      approvalHash: 'hash-1',
      approvedBy: 'user:manager',
      state: 'queued',
      notBefore: NOON,
      version: 0,
    });
    expect(await approvals.of('POST-1')).toEqual(approval());
    expect(await approvals.all()).toEqual(new Map([['POST-1', approval()]]));
  });

  it('never queues the same part twice', async () => {
    await approvals.grant('POST-1', approval(), [part('d1')]);
    expect(await approvals.grant('POST-1', approval(), [part('d2')])).toBe(0);
    expect((await only()).id).toBe('d1');
  });

  it('leaves alone what was sent, and what may be out', async () => {
    for (const state of ['sent', 'sending', 'unknown', 'recalled'] as const) {
      await approvals.grant('POST-1', approval(), [part('d1')]);
      await database.knex('ops_deliveries').update({ state });
      const fresh = [part('d2', { text: 'Autre' })];
      expect(await approvals.grant('POST-1', approval('hash-2'), fresh)).toBe(0);
      expect(await only()).toMatchObject({ state, content: buildContent() });
    }
  });

  it.each(['failed', 'missed'] as const)('queues a part that %s again', async (state) => {
    await approvals.grant('POST-1', approval(), [part('d1')]);
    await database.knex('ops_deliveries').update({ state, attempts: 3 });
    const fresh = [part('d2', { text: 'Autre' })];
    expect(await approvals.grant('POST-1', approval('hash-2'), fresh)).toBe(1);
    expect(await only()).toMatchObject({
      id: 'd1',
      state: 'queued',
      attempts: 0,
      approvalHash: 'hash-2',
      version: 1,
      content: { text: 'Autre' },
    });
  });

  it('takes a waiting part from whoever is about to send its old content', async () => {
    await approvals.grant('POST-1', approval(), [part('d1')]);
    const old = await claimed();
    await approvals.grant('POST-1', approval('hash-2'), [part('d2', { text: 'Autre' })]);
    const intent = beginSending(old, NOON, 20_000);
    expect(await deliveries.writeClaimed('d1', 'mine', intent, NOON)).toBe(false);
  });

  it('queues all parts or none', async () => {
    const broken = { id: 'd2', content: { ...buildContent(), accountCode: null } };
    const parts = [part('d1'), broken as never];
    await expect(approvals.grant('POST-1', approval(), parts)).rejects.toThrow();
    expect(await deliveries.all()).toEqual([]);
    expect(await approvals.of('POST-1')).toBeNull();
  });
});

describe('a row of delivery', () => {
  beforeEach(async () => {
    await approvals.grant('POST-1', approval(), [{ id: 'd1', content: buildContent() }]);
  });

  it('is claimed by one of two that read it', async () => {
    const read = await only();
    const second = connect(database.file);
    const other = createDeliveryStore(second);
    const answers = await Promise.all([
      deliveries.claim(read, 'mine', at(120)),
      other.claim(read, 'theirs', at(120)),
    ]);
    await second.destroy();
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });

  it('cannot be claimed with what was read before it changed', async () => {
    const read = await only();
    await claimed();
    await deliveries.writeClaimed('d1', 'mine', miss(), NOON);
    expect(await deliveries.claim(read, 'theirs', at(120))).toBeNull();
  });

  it('is written under its claim only, and only in the state expected', async () => {
    await claimed();
    expect(await deliveries.writeClaimed('d1', 'theirs', miss(), NOON)).toBe(false);
    expect(await deliveries.writeClaimed('d1', 'mine', miss(), NOON, { state: 'sending' })).toBe(
      false,
    );
    expect(await deliveries.attempts('d1')).toEqual([]);
    expect(await deliveries.writeClaimed('d1', 'mine', miss(), NOON, { state: 'queued' })).toBe(
      true,
    );
    expect(await only()).toMatchObject({ state: 'missed', claim: null, leaseUntil: null });
    expect(await deliveries.attempts('d1')).toEqual([
      { deliveryId: 'd1', at: NOON, event: 'missed', words: '' },
    ]);
  });

  it('does not begin once its approval is void or another, or a consent was withdrawn', async () => {
    const intent = beginSending(await claimed(), NOON, 20_000);
    const begin = (hash: string, withdrawnConsents: number) =>
      deliveries.writeClaimed('d1', 'mine', intent, NOON, {
        state: 'queued',
        approval: { hash, withdrawnConsents },
      });
    expect(await begin('hash-2', 0)).toBe(false);
    expect(await begin('hash-1', 1)).toBe(false);
    await approvals.void('POST-1');
    expect(await begin('hash-1', 0)).toBe(false);
    await database.knex('ops_approvals').insert({
      post_code: 'POST-1',
      hash: 'hash-1',
      approved_by: 'user:manager',
      approved_at: NOON.toISOString(),
    });
    expect(await begin('hash-1', 0)).toBe(true);
    expect((await only()).state).toBe('sending');
  });

  it('shares no remote post with another delivery', async () => {
    const other = buildContent({ postCode: 'POST-2' });
    await approvals.grant('POST-2', approval(), [{ id: 'd2', content: other }]);
    const sent = (delivery: Delivery) =>
      afterOutcome(delivery, { kind: 'published', remoteId: 'r1', remoteUrl: 'u' }, NOON);
    for (const id of ['d1', 'd2']) {
      const delivery = await deliveries.byId(id);
      if (delivery === null) throw new Error(id);
      await deliveries.claim(delivery, 'mine', at(120));
      expect(await deliveries.writeClaimed(id, 'mine', sent(delivery), NOON)).toBe(id === 'd1');
    }
    expect(await deliveries.takenRemoteIds('MUR', ['r1', 'r2'])).toEqual(new Set(['r1']));
    expect(await deliveries.takenRemoteIds('RADIO', ['r1'])).toEqual(new Set());
  });

  it('goes without a trace when withdrawn untried, and keeps its history when tried', async () => {
    expect(await deliveries.removeQueued('POST-1', NOON)).toBe(1);
    expect(await deliveries.all()).toEqual([]);

    await approvals.grant('POST-1', approval(), [{ id: 'd1', content: buildContent() }]);
    const delivery = await claimed();
    await deliveries.writeClaimed('d1', 'mine', beginSending(delivery, NOON, 20_000), NOON);
    expect(await deliveries.removeQueued('POST-1', NOON)).toBe(0);
    const limited = { kind: 'rate-limited', until: at(60), words: '429' } as const;
    const sending = await only();
    await deliveries.writeClaimed('d1', 'mine', afterOutcome(sending, limited, NOON), NOON);
    expect(await deliveries.removeQueued('POST-1', NOON)).toBe(1);
    const events = (await deliveries.attempts('d1')).map(({ event }) => event);
    expect(events).toEqual(['sending', 'rate-limited', 'approval-voided']);
  });
});

describe('what is due', () => {
  it('is queued and its time has come, or was left alone with its claim run out', async () => {
    const rows = [
      { id: 'now', state: 'queued', not_before: at(0) },
      { id: 'later', state: 'queued', not_before: at(0.001) },
      { id: 'held', state: 'sending', not_before: at(0), lease_until: at(0.001) },
      { id: 'left', state: 'sending', not_before: at(-9), lease_until: at(0) },
      { id: 'unknown', state: 'unknown', not_before: at(-5) },
      ...['sent', 'failed', 'missed', 'recalled'].map((state) => ({
        id: state,
        state,
        not_before: at(-99),
      })),
    ];
    for (const { id, ...row } of rows) {
      const content = buildContent({ postCode: id });
      await approvals.grant(id, approval(), [{ id, content }]);
      const columns = { ...row, not_before: row.not_before.toISOString() };
      await database
        .knex('ops_deliveries')
        .where({ id })
        .update(
          'lease_until' in row && row.lease_until !== undefined
            ? { ...columns, lease_until: row.lease_until.toISOString() }
            : columns,
        );
    }
    const due = await deliveries.due(NOON, 10);
    expect(due.map(({ id }) => id)).toEqual(['left', 'unknown', 'now']);
    expect((await deliveries.due(NOON, 2)).map(({ id }) => id)).toEqual(['left', 'unknown']);
    expect((await deliveries.living()).map(({ id }) => id).sort()).toEqual(
      ['held', 'later', 'left', 'now', 'unknown'].sort(),
    );
  });

  it('is found by the partial index: what was sent long ago is not read', async () => {
    const { sql, bindings } = dueQuery(database.knex, NOON, 20).toSQL().toNative();
    const plan: unknown = await database.knex.raw(`EXPLAIN QUERY PLAN ${sql}`, [...bindings]);
    const steps = JSON.stringify(plan);
    expect(steps).toContain('USING INDEX ops_deliveries_living (state=? AND not_before<?)');
    expect(steps).not.toContain('SCAN ops_deliveries');
  });

  it('a look at the timeline finds taken posts by their index', async () => {
    const plan: unknown = await database.knex.raw(
      `EXPLAIN QUERY PLAN ${database
        .knex('ops_deliveries')
        .where('account_code', 'MUR')
        .whereNotNull('remote_id')
        .whereIn('remote_id', ['r1', 'r2'])
        .toQuery()}`,
    );
    expect(JSON.stringify(plan)).toContain('ops_deliveries_remote');
  });
});
