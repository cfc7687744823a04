export * from './airing';
export * from './check-plan';
export * from './check-slot';
export * from './confirm-airing';
export * from './plan-slots';
export * from './seen';
export * from './slot';
export * from './station-days';
