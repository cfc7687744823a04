export * from './telegram-channel';
export * from './telegram-errors';
