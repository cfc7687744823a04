export { FfmpegFailedError, FfmpegMissingError } from './errors';
export { createFfmpegEngine, type FfmpegEngineOptions } from './ffmpeg-engine';
