import { expect, it } from 'vitest';

import { createSimulatorSmsGateway } from '../../../src/adapters/simulator';

const message = (key: string) => ({ to: '+22376123456', text: 'Merci.', idempotencyKey: key });

it('takes each message once, fails when told, and keeps few', async () => {
  const gateway = createSimulatorSmsGateway();
  gateway.failNext(1);
  expect(await gateway.send(message('one'))).toBe('failed');
  expect(await gateway.send(message('one'))).toBe('accepted');
  expect(await gateway.send(message('one'))).toBe('accepted');
  expect(gateway.outbox()).toEqual([message('one')]);
  for (let count = 0; count < 150; count += 1) await gateway.send(message(`key-${count}`));
  expect(gateway.outbox()).toHaveLength(100);
});
