import type { Ports } from '../../composition/ports';

/** What keeping rumours needs from the outside world. */
export type OutreachPorts = Pick<Ports, 'system' | 'content' | 'rumours' | 'airings' | 'journal'>;
