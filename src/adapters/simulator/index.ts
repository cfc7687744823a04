export * from './faults';
export * from './simulator-channel';
export type { WallEntry } from './ledger';
export * from './sms-gateway';
