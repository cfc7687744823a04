export { createDiskFileStore, type DiskFileStore } from './disk-file-store';
