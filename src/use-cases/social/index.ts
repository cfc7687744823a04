export * from './approve-post';
export * from './attach-picture';
export * from './decide-unknown';
export type { LanguageHold } from './holds';
export * from './publish-due';
export * from './read-posts';
export * from './recall-post';
export * from './social-ports';
export * from './void-approval';
