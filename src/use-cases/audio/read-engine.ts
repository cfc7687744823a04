import type { Ports } from '../../composition/ports';

/** Whether recordings can be worked on at present. */
export type EngineState =
  | { readonly kind: 'works' }
  /** Nothing is lost: recordings wait. */
  | { readonly kind: 'stopped'; readonly cause: 'missing' | 'too-old' };

/** Asks the engine whether it is there and fit for the work. */
export async function readEngine(ports: Pick<Ports, 'audio'>): Promise<EngineState> {
  try {
    await ports.audio.toolchain();
    return { kind: 'works' };
  } catch (error) {
    const isOld = error instanceof Error && /old/i.test(error.name);
    return { kind: 'stopped', cause: isOld ? 'too-old' : 'missing' };
  }
}
