import type { SocialPorts } from './social-ports';

/** The instant of a heartbeat, going on while its calls last. */
export function clockOf({ system }: Pick<SocialPorts, 'system'>, now: Date): () => Date {
  return () => {
    const measured = system.now();
    return measured.getTime() > now.getTime() ? measured : now;
  };
}
