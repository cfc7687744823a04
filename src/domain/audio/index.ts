export * from './measurement';
export * from './profile';
export * from './rendition';
export * from './spot';
export * from './spot-version';
export * from './verdict';
