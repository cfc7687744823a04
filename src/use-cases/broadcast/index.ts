export * from './add-unplanned-airing';
export * from './cancel-slot';
export * from './confirm-airing';
export * from './plan-slots';
export * from './read-broadcast-week';
export * from './read-station-days';
export type { SlotView } from './slot-view';
