export * from './fingerprint';
export * from './read-messages';
export * from './review-message';
