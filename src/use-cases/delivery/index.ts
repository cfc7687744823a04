export * from './find-station-file';
export * from './record-receipt';
