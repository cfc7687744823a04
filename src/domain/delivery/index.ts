export * from './manifest';
export * from './notice';
export * from './programme';
export * from './station-needs';
export * from './whole-file';
