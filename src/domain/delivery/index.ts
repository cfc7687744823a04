export * from './delivery-token';
export * from './freeze-manifest';
export * from './manifest';
export * from './manifest-days';
export * from './notice';
export * from './station-needs';
export * from './whole-file';
export * from './zip-layout';
