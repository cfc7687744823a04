export * from './message';
export * from './review';
