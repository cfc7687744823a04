export * from './access-code';
export * from './sign-in';
export * from './sign-in-link';
export * from './station';
export * from './telephone';
