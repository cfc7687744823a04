export * from './find-rendition';
export * from './give-up-preparing';
export * from './prepare-missing';
export * from './prepare-spot';
export * from './profile-hash';
export * from './read-spots';
export * from './receive-upload';
export * from './submit-recording';
