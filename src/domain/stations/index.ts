export * from './access-code';
export * from './sign-in';
export * from './station';
export * from './telephone';
