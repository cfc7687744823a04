import type { StrapiApp } from '@strapi/strapi/admin';

type CustomFields = { readonly register: (field: object) => void };

/** Fields of ours in Strapi's forms; the server knows them by the same names. */
export function addFields(app: StrapiApp): void {
  (app.customFields as unknown as CustomFields).register({
    name: 'partner',
    type: 'string',
    intlLabel: { id: 'yeelen.field.partner', defaultMessage: 'Partenaire' },
    intlDescription: {
      id: 'yeelen.field.partner.description',
      defaultMessage: 'Un partenaire de la campagne',
    },
    components: { Input: () => import('./partner-field') },
  });
}
