import type { SmsGateway } from '../../composition/ports';

export type SimulatedSms = {
  readonly to: string;
  readonly text: string;
  readonly idempotencyKey: string;
};

export type SimulatorSmsGateway = SmsGateway & {
  /** What would have gone out, oldest first. */
  outbox(): readonly SimulatedSms[];
  /** What the next attempts answer, in order; afterwards all goes well again. */
  failNext(times: number): void;
};

/** Numbers are personal: the simulator keeps few, and none on the disk. */
const KEPT = 100;

/** Takes every message and sends none: until a real gateway is set, and for the tests. */
export function createSimulatorSmsGateway(): SimulatorSmsGateway {
  const sent: SimulatedSms[] = [];
  let failures = 0;
  return {
    name: 'simulateur',
    outbox: () => [...sent],
    failNext: (times) => {
      failures = times;
    },
    send: (message) => {
      if (failures > 0) {
        failures -= 1;
        return Promise.resolve('failed');
      }
      const isKnown = sent.some(({ idempotencyKey }) => idempotencyKey === message.idempotencyKey);
      if (!isKnown) sent.push(message);
      if (sent.length > KEPT) sent.shift();
      return Promise.resolve('accepted');
    },
  };
}
