export * from './gathering';
