export { uploadedFile } from '../shared';
