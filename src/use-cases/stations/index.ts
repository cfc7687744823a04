export * from './issue-station-code';
export * from './sign-in-station';
export * from './sign-out-station';
export * from './station-of-session';
