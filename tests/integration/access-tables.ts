/**
 * Who may do what, as a person reads it: J journalist, R reviewer (of any language), M campaign manager,
 * A administrator. Somebody who is not named is refused (403); a visitor without a sign-in always is (401).
 */
export type Letters = string;

/** Every route of the desk. */
export const DESK_ROUTES: Readonly<Record<string, Letters>> = {
  'GET /desk/home': 'J R M A',
  'GET /desk/messages': 'J R M A',
  'POST /desk/messages/:documentId/submit': 'J M A',
  'POST /desk/messages/:documentId/review': 'R A',
  'GET /desk/spots': 'J R M A',
  'GET /desk/spots/:spotCode': 'J R M A',
  'POST /desk/spots/:spotCode/recording': 'J M A',
  'POST /desk/spots/prepare-missing': 'J M A',
  'POST /desk/spots/:spotCode/prepare-again': 'J M A',
  'POST /desk/versions/:versionId/listening': 'J R M A',
  'GET /desk/versions/:versionId/picture': 'J R M A',
  'POST /desk/renditions/:renditionId/listening': 'J R M A',
  'GET /desk/renditions/:renditionId/picture': 'J R M A',
  'POST /desk/uploads': 'J M A',
  'GET /desk/uploads/:uploadId': 'J M A',
  'PATCH /desk/uploads/:uploadId': 'J M A',
  'DELETE /desk/uploads/:uploadId': 'J M A',
  'GET /desk/renditions/:renditionId/sound': 'J R M A',
  'POST /desk/spots/:spotCode/protection': 'M A',
  'POST /desk/versions/:versionId/confirm-voice': 'M A',
  'POST /desk/versions/:versionId/erase': 'M A',
  'GET /desk/versions/:versionId/protected-sound': 'M A',
  'GET /desk/spots/:spotCode/audiograms': 'J M A',
  'POST /desk/spots/:spotCode/audiograms': 'J M A',
  'GET /desk/audiograms/:audiogramId/video': 'J M A',
  'GET /desk/consents': 'J M A',
  'POST /desk/consents': 'J M A',
  'POST /desk/consents/:consentId/approve': 'M A',
  'POST /desk/consents/:consentId/withdraw': 'J M A',
  'GET /desk/broadcast/week': 'M A',
  'POST /desk/broadcast/slots': 'M A',
  'POST /desk/broadcast/slots/:slotId/cancel': 'M A',
  'POST /desk/broadcast/slots/:slotId/confirmation': 'M A',
  'GET /desk/contracts': 'M A',
  'POST /desk/contracts/:documentId/attestations': 'M A',
  'GET /desk/attestations/:number': 'M A',
  'GET /desk/broadcast/days/:stationCode/:day': 'M A',
  'POST /desk/broadcast/days/:stationCode/:day/confirmation': 'M A',
  'POST /desk/broadcast/slots/:slotId/recording': 'M A',
  'POST /desk/airings/:airingId/recording': 'M A',
  'GET /desk/recordings': 'M A',
  'GET /desk/recordings/:recordingId/sound': 'M A',
  'POST /desk/recordings/:recordingId/erase': 'M A',
  'GET /desk/sms': 'M A',
  'POST /desk/stations/:stationCode/as-run/preview': 'M A',
  'POST /desk/stations/:stationCode/as-run': 'M A',
  'POST /desk/broadcast/slots/:slotId/move': 'M A',
  'GET /desk/broadcast/slots/:slotId/make-good': 'M A',
  'POST /desk/broadcast/slots/:slotId/make-good': 'M A',
  'GET /desk/flights': 'M A',
  'POST /desk/flights/preview': 'M A',
  'POST /desk/flights': 'M A',
  'POST /desk/flights/:flightId/plan': 'M A',
  'POST /desk/flights/:flightId/stop': 'M A',
  'GET /desk/stations': 'M A',
  'POST /desk/stations/:stationCode/access-code': 'M A',
  'GET /desk/stations/:stationCode/sign-in-links': 'M A',
  'POST /desk/stations/:stationCode/sign-in-links': 'M A',
  'POST /desk/stations/:stationCode/sign-in-links/:linkId/revoke': 'M A',
  'GET /desk/alerts': 'M A',
  'POST /desk/alerts/urgent': 'M A',
  'POST /desk/alerts/:noticeId/approve': 'M A',
  'POST /desk/alerts/:noticeId/end': 'M A',
  'POST /desk/alerts/:noticeId/acknowledgements': 'M A',
  'POST /desk/alerts/mail': 'M A',
  'POST /desk/alerts/mails/:mailId/release': 'M A',
  'POST /desk/spots/:spotCode/recall': 'M A',
  'GET /desk/stations/:stationCode/delivery': 'M A',
  'POST /desk/stations/:stationCode/links': 'M A',
  'POST /desk/stations/:stationCode/links/:linkId/revoke': 'M A',
  'GET /desk/posts': 'J M A',
  'GET /desk/posts/calendar': 'J M A',
  'GET /desk/posts/table': 'J M A',
  'GET /desk/posts/films': 'J M A',
  'GET /desk/posts/choices': 'J M A',
  'POST /desk/posts/:postCode/film': 'J M A',
  'POST /desk/posts/:postCode/move': 'J M A',
  'POST /desk/posts/:postCode/approve': 'M A',
  'POST /desk/posts/:postCode/picture': 'M A',
  'GET /desk/posts/:postCode/picture': 'J M A',
  'POST /desk/posts/:postCode/recall': 'M A',
  'GET /desk/accounts': 'M A',
  'GET /desk/accounts/partners': 'M A',
  'POST /desk/accounts/:accountCode/connection': 'M A',
  'POST /desk/accounts/:accountCode/disconnect': 'M A',
  'POST /desk/accounts/:accountCode/check': 'M A',
  'POST /desk/accounts/:accountCode/pause': 'M A',
  'POST /desk/accounts/:accountCode/resume': 'M A',
  'POST /desk/accounts/:accountCode/cap': 'M A',
  'POST /desk/accounts/:accountCode/people': 'M A',
  'POST /desk/deliveries/:deliveryId/decision': 'M A',
  'GET /desk/rumours': 'J M A',
  'POST /desk/rumours': 'J M A',
  'POST /desk/rumours/:rumourId/hearings': 'J M A',
  'POST /desk/rumours/:rumourId/verify': 'M A',
  'POST /desk/rumours/:rumourId/answer': 'M A',
  'GET /desk/posts/:postCode/kit': 'J M A',
  'GET /desk/posts/:postCode/kit.zip': 'J M A',
  'GET /desk/posts/:postCode/kit/:language/image': 'J M A',
  'GET /desk/posts/:postCode/kit/:language/statut': 'J M A',
  'POST /desk/posts/:postCode/marks': 'J M A',
  'POST /desk/marks/:markId/undo': 'J M A',
  'GET /desk/results': 'M A',
  'GET /desk/results/social.csv': 'M A',
};

/**
 * Every door outside the desk, and what it answers to a visitor who has neither code nor signature. The sign-in of the
 * desk counts for nothing here.
 */
export const OPEN_ROUTES: Readonly<Record<string, number>> = {
  'GET /': 200,
  'GET /messages': 200,
  'GET /messages/:code': 404,
  'GET /messages/:code/card.png': 404,
  'GET /messages/:code/audio/:renditionId': 404,
  'GET /mur': 200,
  'GET /mur/images/:name': 404,
  'GET /mur/films/:name': 404,
  'GET /mur/affiches/:name': 404,
  'GET /library/:name': 404,
  'GET /sounds/masters/:versionId': 401,
  'GET /sounds/renditions/:renditionId': 401,
  'GET /station': 200,
  // An empty form.
  'POST /station/session': 422,
  // Back to the door.
  'GET /station/session': 303,
  'GET /station/lien': 404,
  'POST /station/session/lien': 404,
  'GET /station/session/lien': 303,
  'GET /station/sw.js': 200,
  'GET /station/client/:name': 404,
  'POST /station/sign-out': 303,
  'GET /station/programme': 303,
  'GET /station/files/:renditionId': 401,
  'GET /station/bundle.zip': 401,
  'GET /station/sounds/:fileName': 401,
  'GET /station/listes/manifest.json': 401,
  // A link that nobody was given.
  'GET /d/:token/bundle.zip': 404,
  'GET /d/:token/sounds/:fileName': 404,
  'GET /d/:token/manifest.json': 404,
  'GET /station/listes/playlist.m3u': 401,
  'GET /d/:token/playlist.m3u': 404,
  'GET /station/listes/playlist.m3u8': 401,
  'GET /d/:token/playlist.m3u8': 404,
  'GET /station/listes/playit.m3u': 401,
  'GET /d/:token/playit.m3u': 404,
  'GET /station/listes/mairlist.txt': 401,
  'GET /d/:token/mairlist.txt': 404,
  'GET /station/listes/podcast.xml': 401,
  'GET /d/:token/podcast.xml': 404,
  'GET /station/listes/calendrier.ics': 401,
  'GET /d/:token/calendrier.ics': 404,
  'GET /station/listes/whatsapp.txt': 401,
  'GET /d/:token/whatsapp.txt': 404,
  'GET /station/listes/feuille.pdf': 401,
  'GET /d/:token/feuille.pdf': 404,
  'POST /station/airings': 303,
  'GET /station/airings': 303,
  'POST /station/alerts': 303,
  'GET /station/alerts': 303,
  'POST /station/airings/unplanned': 303,
  'GET /station/airings/unplanned': 303,
  'POST /station/airings/day': 303,
  'GET /station/airings/day': 303,
  'GET /station/airings/recording': 303,
  'POST /station/airings/recording': 303,
  // Closed: this house has no secret for it.
  'POST /sms/inbound': 503,
};

export type DocumentVerb = 'read' | 'create' | 'update' | 'delete' | 'publish';

/**
 * Every content type. Only messages are drafted and published: for the others the platform gives the permission to the
 * administrator all the same, and the door has nothing to publish.
 */
export const DOCUMENTS: Readonly<Record<string, Readonly<Record<DocumentVerb, Letters>>>> = {
  campaign: { read: 'J M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
  'delivery-profile': { read: 'M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
  contract: { read: 'M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
  gathering: { read: 'J M A', create: 'J M A', update: 'J M A', delete: 'M A', publish: 'A' },
  'hashtag-group': {
    read: 'J M A',
    create: 'J M A',
    update: 'J M A',
    delete: 'M A',
    publish: 'A',
  },
  indicator: { read: 'M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
  'indicator-value': { read: 'M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
  message: {
    read: 'J R M A',
    create: 'J R M A',
    update: 'J R M A',
    delete: 'M A',
    publish: 'R M A',
  },
  post: { read: 'J M A', create: 'J M A', update: 'J M A', delete: 'M A', publish: 'A' },
  'social-account': { read: 'J M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
  'sound-check': { read: 'M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
  spot: { read: 'J R M A', create: 'J M A', update: 'J M A', delete: 'M A', publish: 'A' },
  station: { read: 'M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
  theme: { read: 'J R M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
  zone: { read: 'J M A', create: 'M A', update: 'M A', delete: 'M A', publish: 'A' },
};

/** Which of those verbs each door of the documents' editor needs; `:model` is the content type. */
export const EDITOR_ROUTES: Readonly<Record<string, DocumentVerb>> = {
  'GET /content-manager/collection-types/:model': 'read',
  'GET /content-manager/collection-types/:model/:id': 'read',
  'GET /content-manager/collection-types/:model/:id/actions/countDraftRelations': 'read',
  'GET /content-manager/collection-types/:model/actions/countManyEntriesDraftRelations': 'read',
  'POST /content-manager/collection-types/:model/actions/bulkFindForValidation': 'read',
  'POST /content-manager/collection-types/:model': 'create',
  'POST /content-manager/collection-types/:model/clone/:sourceId': 'create',
  'POST /content-manager/collection-types/:model/auto-clone/:sourceId': 'create',
  'PUT /content-manager/collection-types/:model/:id': 'update',
  'POST /content-manager/collection-types/:model/:id/actions/discard': 'update',
  'DELETE /content-manager/collection-types/:model/:id': 'delete',
  'POST /content-manager/collection-types/:model/actions/bulkDelete': 'delete',
  'POST /content-manager/collection-types/:model/actions/publish': 'publish',
  'POST /content-manager/collection-types/:model/:id/actions/publish': 'publish',
  'POST /content-manager/collection-types/:model/:id/actions/unpublish': 'publish',
  'POST /content-manager/collection-types/:model/actions/bulkPublish': 'publish',
  'POST /content-manager/collection-types/:model/actions/bulkUnpublish': 'publish',
  'GET /content-manager/single-types/:model': 'read',
  'GET /content-manager/single-types/:model/actions/countDraftRelations': 'read',
  'PUT /content-manager/single-types/:model': 'update',
  'POST /content-manager/single-types/:model/actions/discard': 'update',
  'DELETE /content-manager/single-types/:model': 'delete',
  'POST /content-manager/single-types/:model/actions/publish': 'publish',
  'POST /content-manager/single-types/:model/actions/unpublish': 'publish',
};

export type LocaleVerb =
  | 'read'
  | 'create'
  | 'update'
  | 'discard'
  | 'publish'
  | 'publish anew'
  | 'unpublish'
  | 'publish many'
  | 'unpublish many'
  | 'clone'
  | 'delete'
  | 'delete many';

/** The languages, separated by spaces. */
export type InLanguages = Readonly<Record<LocaleVerb, string>>;

const OWN = (language: string): InLanguages => ({
  read: 'fr bm snk',
  create: language,
  update: language,
  discard: language,
  publish: language,
  'publish anew': language,
  unpublish: language,
  'publish many': language,
  'unpublish many': language,
  clone: language,
  delete: '',
  'delete many': '',
});

const EVERY: InLanguages = {
  read: 'fr bm snk',
  create: 'fr bm snk',
  update: 'fr bm snk',
  discard: 'fr bm snk',
  publish: 'fr bm snk',
  'publish anew': 'fr bm snk',
  unpublish: 'fr bm snk',
  'publish many': 'fr bm snk',
  'unpublish many': 'fr bm snk',
  clone: 'fr bm snk',
  delete: 'fr bm snk',
  'delete many': 'fr bm snk',
};

/** In which languages each role may do what with a message. Without a language, French is meant. */
export const MESSAGE_LANGUAGES: Readonly<Record<string, InLanguages>> = {
  'yeelen-journalist': {
    ...EVERY,
    publish: '',
    'publish anew': '',
    unpublish: '',
    'publish many': '',
    'unpublish many': '',
    delete: '',
    'delete many': '',
  },
  'yeelen-reviewer-fr': OWN('fr'),
  'yeelen-reviewer-bm': OWN('bm'),
  'yeelen-reviewer-snk': OWN('snk'),
  'yeelen-campaign-manager': EVERY,
  'strapi-super-admin': EVERY,
};

/** Doors of the platform that a visitor must reach to sign in, or that tell nothing; with the answer to an empty request. */
export const PLATFORM_OPEN: readonly string[] = [
  'DELETE /_health 204',
  'GET /_health 204',
  'PATCH /_health 204',
  'POST /_health 204',
  'PUT /_health 204',
  'GET /admin/init 200',
  'GET /admin/project-type 200',
  'GET /admin/registration-info 400',
  'POST /admin/forgot-password 400',
  'POST /admin/login 400',
  'POST /admin/register 400',
  'POST /admin/register-admin 400',
  'POST /admin/reset-password 400',
  // The script of a preview that nobody configured.
  'GET /content-manager/preview/script 200',
];
