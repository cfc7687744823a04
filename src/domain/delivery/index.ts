export * from './check-recall';
export * from './check-urgent';
export * from './manifest';
export * from './notice';
export * from './nudge';
export * from './recall-words';
export * from './station-needs';
export * from './whole-file';
