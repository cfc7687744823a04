export { readClientScripts } from './client-scripts';
export { createIncomingFiles } from './incoming-files';
export { createDiskFileStore, type DiskFileStore } from './disk-file-store';
