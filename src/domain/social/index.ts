export * from './post';
export * from './delivery';
