export * from './facebook-channel';
export * from './graph-errors';
