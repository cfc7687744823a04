export * from './run-due';
export * from './ticker';
