export * from './indicator';
export * from './models';
