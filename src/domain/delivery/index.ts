export * from './manifest';
export * from './notice';
export * from './station-needs';
export * from './whole-file';
