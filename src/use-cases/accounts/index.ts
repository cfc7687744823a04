export * from './account-hold';
export * from './account-people';
export * from './check-accounts';
export * from './connect-account';
export * from './note-answer';
export * from './read-accounts';
export * from './steer-account';
