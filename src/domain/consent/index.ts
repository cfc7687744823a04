export * from './check-consent';
export * from './consent';
export * from './held-back';
