import { frenchProblem } from '../web/shared';

/** Outermost: whatever answered, a visitor with a browser reads a page in French. */
export default () => frenchProblem;
