export { kitFileName, layOutKit } from './lay-out-kit';
export { markPosted, undoMark } from './mark-posted';
export { readKit, type Kit, type KitFile } from './read-kit';
export { readMarks, type MarkView } from './read-marks';
