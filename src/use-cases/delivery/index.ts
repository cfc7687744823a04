export * from './find-station-file';
export * from './manifest-in-opus';
export * from './record-receipt';
