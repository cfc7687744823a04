export * from './find-audiogram';
export * from './make-audiogram';
export * from './make-missing-audiograms';
export * from './read-audiograms';
export * from './request-audiogram';
