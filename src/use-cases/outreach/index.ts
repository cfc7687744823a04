export { answerRumour } from './answer-rumour';
export { hearAgain } from './hear-again';
export { noteRumour } from './note-rumour';
export * from './read-rumours';
export { verifyRumour } from './verify-rumour';
