export * from './add-unplanned-airing';
export * from './attest-contract';
export * from './cancel-slot';
export * from './confirm-airing';
export * from './plan-slots';
export * from './read-broadcast-week';
export { readContracts, type ContractView } from './read-contracts';
export * from './read-station-days';
export type { SlotView } from './slot-view';
