import type { Ports } from '../../composition/ports';
import { attestContract, readContracts } from '../../use-cases/broadcast';
import { ATTEST_REFUSALS } from '../../wording/contracts';
import { attestationPaper } from './attestation-paper';
import { answer, personOf, refuseDesk, refuseUnknown, type DeskRoute } from './route';

/** What stations owe and have aired, and the papers that they sign. */
export function contractRoutes(ports: Ports): readonly DeskRoute[] {
  return [
    {
      method: 'GET',
      path: '/contracts',
      action: 'desk.contracts.read',
      handler: async (ctx) => {
        answer(ctx, 200, { data: await readContracts(ports) });
      },
    },
    {
      method: 'POST',
      path: '/contracts/:documentId/attestations',
      action: 'desk.contracts.attest',
      handler: async (ctx) => {
        const outcome = await attestContract(ports, {
          contractDocumentId: ctx.params['documentId'] ?? '',
          by: personOf(ctx),
        });
        if (outcome.kind === 'attested') {
          const { number, contentHash, issuedAt } = outcome.attestation;
          answer(ctx, 201, { data: { number, contentHash, issuedAt } });
          return;
        }
        const [status, sentence] = ATTEST_REFUSALS[outcome.kind];
        refuseDesk(ctx, status, [sentence]);
      },
    },
    {
      method: 'GET',
      path: '/attestations/:number',
      action: 'desk.contracts.read',
      handler: async (ctx) => {
        const attestation = await ports.attestations.byNumber(ctx.params['number'] ?? '');
        if (attestation === null) {
          refuseUnknown(ctx, 'Cette attestation n’existe pas. Vérifiez son numéro.');
          return;
        }
        const { timeZone } = await ports.content.campaign();
        answer(ctx, 200, await ports.paper.print(attestationPaper(attestation, timeZone)));
        ctx.set('Content-Type', 'application/pdf');
        ctx.set('Content-Disposition', `inline; filename="${attestation.number}.pdf"`);
      },
    },
  ];
}
