export * from './codes';
export * from './language';
export * from './result';
export * from './time';
