export * from './approval';
export * from './check-post';
export * from './decide';
export * from './delivery';
export * from './limits';
export * from './post';
export * from './split-post';
export * from './timeline';
