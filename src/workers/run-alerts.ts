import type { Ports } from '../composition/ports';
import { sendDigests, settleNotices, type DigestReport } from '../use-cases/alerts';
import { digestWords } from '../wording/alerts';

export type AlertsReport = DigestReport & {
  /** Urgent messages that ended by themselves. */
  readonly ended: number;
};

/** Ends what is over, and tells by e-mail what nobody answered. */
export async function runAlerts(ports: Ports): Promise<AlertsReport> {
  const ended = await settleNotices(ports);
  const deskUrl = `${ports.settings.publicUrl}/admin/yeelen/alertes`;
  const report = await sendDigests(ports, (digest) => digestWords(digest, deskUrl));
  return { ...report, ended };
}
