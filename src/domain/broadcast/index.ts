export * from './slot';
export * from './airing';
