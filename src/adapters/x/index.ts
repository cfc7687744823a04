export * from './x-channel';
export * from './x-errors';
export * from './x-text';
