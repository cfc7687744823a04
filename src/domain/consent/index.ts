export * from './check-consent';
export * from './consent';
export * from './declared-down';
export * from './held-back';
