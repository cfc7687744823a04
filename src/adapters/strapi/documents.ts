import type { Core } from '@strapi/strapi';

export type DocumentQuery = {
  readonly documentId?: string;
  readonly locale?: string;
  readonly status?: 'draft' | 'published';
  readonly filters?: Readonly<Record<string, unknown>>;
  readonly populate?: unknown;
  readonly sort?: string;
  readonly limit?: number;
  readonly data?: Readonly<Record<string, unknown>>;
};

/** The part of Strapi's document service that Yeelen uses; what it answers is unknown until parsed. */
export type Documents = {
  findMany(query?: DocumentQuery): Promise<unknown[]>;
  findOne(query: DocumentQuery & { documentId: string }): Promise<unknown>;
  findFirst(query?: DocumentQuery): Promise<unknown>;
  count(query?: DocumentQuery): Promise<number>;
  create(query: DocumentQuery): Promise<{ documentId: string }>;
  update(query: DocumentQuery & { documentId: string }): Promise<unknown>;
  publish(query: { documentId: string; locale?: string }): Promise<unknown>;
};

export const UID = {
  account: 'api::social-account.social-account',
  campaign: 'api::campaign.campaign',
  contract: 'api::contract.contract',
  gathering: 'api::gathering.gathering',
  hashtagGroup: 'api::hashtag-group.hashtag-group',
  indicator: 'api::indicator.indicator',
  indicatorValue: 'api::indicator-value.indicator-value',
  message: 'api::message.message',
  post: 'api::post.post',
  profile: 'api::delivery-profile.delivery-profile',
  soundCheck: 'api::sound-check.sound-check',
  spot: 'api::spot.spot',
  station: 'api::station.station',
  theme: 'api::theme.theme',
  zone: 'api::zone.zone',
} as const;

/** Every content type of the campaign, by its Strapi identifier. */
export type ContentTypeUid = (typeof UID)[keyof typeof UID];

/** Strapi types its documents by generated files that are not part of the checkout: this is the one cast. */
export function documentsOf(strapi: Core.Strapi, uid: ContentTypeUid): Documents {
  return (strapi.documents as unknown as (uid: string) => Documents)(uid);
}
