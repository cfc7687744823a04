export * from './gathering';
export * from './headcount';
export * from './village';
export * from './check-gathering';
export * from './made-aware';
