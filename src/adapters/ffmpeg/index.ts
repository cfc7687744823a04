export { createAudiogramMaker, type AudiogramMakerOptions } from './audiogram-maker';
export { FfmpegFailedError } from './errors';
export { createFfmpegEngine, type FfmpegEngineOptions } from './ffmpeg-engine';
