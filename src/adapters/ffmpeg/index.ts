export { FfmpegFailedError } from './errors';
export { createFfmpegEngine, type FfmpegEngineOptions } from './ffmpeg-engine';
