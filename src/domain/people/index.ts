export * from './desk-actions';
