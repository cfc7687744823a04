export * from './approve-consent';
export * from './read-holds';
export * from './record-consent';
export * from './withdraw-consent';
