export * from './find-rendition';
export * from './profile-hash';
