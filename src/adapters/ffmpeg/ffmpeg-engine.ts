import { createHash } from 'node:crypto';
import { SPOT_LIMITS } from '../../domain/audio';
import type { AudioEngine, BroadcastWriter, Toolchain } from '../../composition/ports';
import { FfmpegTooOldError } from './errors';
import { findTools, type ToolEnvironment, type Tools } from './find-tools';
import { inTurn } from './in-turn';
import { measureFile } from './measure';
import { renderFiles } from './render';
import { describeToolchain } from './toolchain';

export type FfmpegEngineOptions = {
  /** Where to look; the process's own environment when left out. */
  readonly env?: ToolEnvironment;
  /** Nothing longer is decoded, in seconds. */
  readonly maximumSeconds?: number;
  /** True: a build without security fixes does no work, and says so. */
  readonly refusesOld?: boolean;
  /** Writes into each finished WAV what automations read; without it a WAV has its tags alone. */
  readonly broadcastWriter?: BroadcastWriter;
};

/**
 * The audio engine on ffmpeg. Making it touches nothing: a machine without ffmpeg boots, and the first sound work says
 * FfmpegMissingError. Once ffmpeg is installed the next work finds it, without a restart.
 */
export function createFfmpegEngine(options: FfmpegEngineOptions = {}): AudioEngine {
  const env = options.env ?? process.env;
  const { broadcastWriter, refusesOld = false } = options;
  const maximumSeconds = options.maximumSeconds ?? SPOT_LIMITS.maximumSeconds;
  let ready: Promise<{ tools: Tools; toolchain: Toolchain }> | null = null;

  function engine(): Promise<{ tools: Tools; toolchain: Toolchain }> {
    if (ready === null) {
      ready = findTools(env).then(async (tools) => {
        const toolchain = await describeToolchain(tools);
        if (refusesOld && toolchain.isOld) {
          throw new FfmpegTooOldError(
            `FFMPEG_REFUSE_OLD is set, and ${toolchain.shortcomings.join('; ')}. Recordings wait until then.`,
          );
        }
        return { tools, toolchain: withWriter(toolchain, broadcastWriter) };
      });
      ready.catch(() => {
        ready = null;
      });
    }
    return ready;
  }

  return {
    toolchain: async () => (await engine()).toolchain,
    async measure(path, onProgress) {
      const { tools } = await engine();
      return inTurn(() => measureFile(tools, path, maximumSeconds, onProgress));
    },
    async render(masterPath, measurement, orders, onProgress) {
      const { tools } = await engine();
      return inTurn(() =>
        renderFiles(tools, masterPath, measurement, orders, onProgress, broadcastWriter),
      );
    },
  };
}

/** What finishes a WAV is a tool too: another revision of it makes other bytes. */
function withWriter(toolchain: Toolchain, writer: BroadcastWriter | undefined): Toolchain {
  if (writer === undefined) return toolchain;
  const identity = `${toolchain.hash}\nbroadcast chunks ${writer.revision}`;
  return { ...toolchain, hash: createHash('sha256').update(identity).digest('hex') };
}
