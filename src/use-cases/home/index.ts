export * from './read-attention';
