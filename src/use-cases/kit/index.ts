export { layOutKit } from './lay-out-kit';
export { markPosted, undoMark } from './mark-posted';
export { readKit, type Kit } from './read-kit';
export { readMarks, type MarkView } from './read-marks';
