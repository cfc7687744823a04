import type { Ports } from '../../composition/ports';
import { readEngine, type EngineState } from '../../use-cases/audio';

/** Pages ask every two seconds, and looking for a missing program each time would keep an old machine busy. */
const LOOK_AGAIN_MS = 30_000;

/** Whether sound can be worked on, as of half a minute ago at most. */
export function engineWatch(ports: Pick<Ports, 'audio' | 'system'>): () => Promise<EngineState> {
  let last: { readonly at: Date; readonly state: Promise<EngineState> } | null = null;
  return () => {
    const now = ports.system.now();
    const age = last === null ? LOOK_AGAIN_MS : Math.abs(now.getTime() - last.at.getTime());
    if (last === null || age >= LOOK_AGAIN_MS) last = { at: now, state: readEngine(ports) };
    return last.state;
  };
}
