import type { AiringRecording } from '../../domain/broadcast';
import { mustBeErased } from '../../domain/broadcast';
import { heldBack, type HoldReason } from '../../domain/consent';
import { dayInZone, type Language } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { recordingInUse } from '../audio';

type Needs = Pick<Ports, 'consents' | 'content' | 'spotVersions' | 'system'>;

/** Why the voices of a spot may not be heard today; also when its document is gone, by the consents that are left. */
export async function holdsOfSpot(
  ports: Needs,
  spotCode: string,
  language: Language,
): Promise<readonly HoldReason[]> {
  const consents = await ports.consents.of({ kind: 'spot', code: spotCode });
  const spot = await ports.content.spotByCode(spotCode);
  const voices = spot?.voices ?? consents[0]?.voices;
  if (voices === undefined) return [];
  const { timeZone } = await ports.content.campaign();
  const on = dayInZone(ports.system.now(), timeZone);
  const facts = await recordingInUse(ports, spot ?? { code: spotCode, isProtected: false });
  return heldBack({ voices, channel: 'radio', language, on, ...facts }, consents);
}

/** Why a recording is not to be heard; an empty list when it may. */
export async function holdsOfRecording(
  ports: Needs,
  recording: AiringRecording,
): Promise<readonly HoldReason[]> {
  const consents = await ports.consents.of({ kind: 'spot', code: recording.spotCode });
  if (mustBeErased(recording, consents)) return [{ kind: 'withdrawn' }];
  return holdsOfSpot(ports, recording.spotCode, recording.language);
}
