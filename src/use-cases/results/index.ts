export * from './read-results';
