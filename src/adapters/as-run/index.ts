export { createAsRunReader } from './as-run-reader';
