export * from './manifest';
export * from './station-needs';
export * from './whole-file';
