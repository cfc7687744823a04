import type { Ports } from '../../composition/ports';
import { MAXIMUM_RECORDING_BYTES } from '../../domain/broadcast';
import type { Station } from '../../domain/stations';
import { attachRecording } from '../../use-cases/broadcast';
import { recordingRefusalSentence } from '../../wording/airings';
import {
  formatMoment,
  french,
  NARROW,
  queryValue,
  redirect,
  sendPage,
  sendProblem,
  uploadedFile,
  type WebContext,
} from '../shared';
import { isOwnForm, stationOrDoor } from './session';
import { slotAnchor } from './slot-card';

const TO_PROGRAMME = { href: '/station/programme', words: 'Revenir au programme' };
const MEGABYTES = MAXIMUM_RECORDING_BYTES / 1024 / 1024;

/** Which airing: of a slot, or one that nobody had planned. */
type Place = { readonly slotId: string } | { readonly airingId: string };

/** What a recording is of, in the words of the page, and where the way back leads. */
type Subject = { readonly spotCode: string; readonly at: Date; readonly anchor: string };

function placeOf(ctx: WebContext): Place {
  const airingId = queryValue(ctx, 'diffusion');
  return airingId === null
    ? { slotId: (queryValue(ctx, 'slot') ?? '').slice(0, 64) }
    : { airingId: airingId.slice(0, 64) };
}

function queryOf(place: Place): string {
  return 'slotId' in place
    ? `slot=${encodeURIComponent(place.slotId)}`
    : `diffusion=${encodeURIComponent(place.airingId)}`;
}

/** Null when the station has no such slot or airing. */
async function subjectOf(ports: Ports, station: Station, place: Place): Promise<Subject | null> {
  if ('slotId' in place) {
    const slot = await ports.slots.byId(place.slotId);
    if (slot === null || slot.stationCode !== station.code) return null;
    return { spotCode: slot.spotCode, at: slot.windowStart, anchor: slotAnchor(slot.id) };
  }
  const airings = await ports.airings.current(station.code);
  const airing = airings.find(({ id, slotId }) => id === place.airingId && slotId === null);
  if (airing === undefined || airing.airedAt === null) return null;
  return { spotCode: airing.spotCode, at: airing.airedAt, anchor: 'non-prevu' };
}

/** The form for a recording of one airing, on a page of its own: the programme stays light. */
export async function showRecordingForm(ctx: WebContext, ports: Ports): Promise<void> {
  const signedIn = await stationOrDoor(ctx, ports, 'nothing');
  if (signedIn === null) return;
  await sendForm(ctx, ports, signedIn.station, placeOf(ctx), null);
}

/** Takes in a recording, then leads back to its slot. */
export async function postRecording(ctx: WebContext, ports: Ports): Promise<void> {
  if (!(await isOwnForm(ctx, ports))) return;
  const signedIn = await stationOrDoor(ctx, ports, 'an answer');
  if (signedIn === null) return;
  const { station } = signedIn;
  const place = placeOf(ctx);
  const upload = uploadedFile(ctx);
  if (upload === null || upload.path === null) {
    // A form without a file: the browser sends it only when nobody chose one.
    await upload?.dispose();
    await sendForm(
      ctx,
      ports,
      station,
      place,
      'Choisissez d’abord le fichier de l’enregistrement.',
    );
    return;
  }
  try {
    const subject = await subjectOf(ports, station, place);
    const attached = await attachRecording(ports, {
      of: { stationCode: station.code, ...place },
      content: upload.content,
      by: `station:${station.code}`,
    });
    if (attached.kind === 'attached') {
      redirect(ctx, `/station/programme?fait=recording#${subject?.anchor ?? ''}`);
    } else if (attached.kind === 'not-found') {
      await sendUnknown(ctx);
    } else {
      const sentence =
        attached.kind === 'refused'
          ? recordingRefusalSentence(attached.refusal)
          : 'Quelqu’un corrige ce même créneau en ce moment. Renvoyez l’enregistrement.';
      await sendForm(ctx, ports, station, place, sentence);
    }
  } finally {
    await upload.dispose();
  }
}

async function sendUnknown(ctx: WebContext): Promise<void> {
  await sendProblem(ctx, {
    status: 404,
    title: 'Créneau introuvable',
    explanation: 'Ce créneau ne figure pas au programme de votre station. Rien n’a été enregistré.',
    way: TO_PROGRAMME,
  });
}

async function sendForm(
  ctx: WebContext,
  ports: Ports,
  station: Station,
  place: Place,
  trouble: string | null,
): Promise<void> {
  const subject = await subjectOf(ports, station, place);
  if (subject === null) {
    await sendUnknown(ctx);
    return;
  }
  const page = {
    title: 'Joindre un enregistrement',
    subtitle: (await ports.content.campaign()).name,
    home: '/station/programme',
    isIndexed: false,
    main: (
      <>
        <h1>Joindre un enregistrement</h1>
        <p class="lead">
          Spot {subject.spotCode}, {formatMoment(subject.at, station.timeZone)}
        </p>
        {trouble === null ? null : (
          <p class="notice bad" role="alert">
            {french(trouble)}
          </p>
        )}
        <form
          class="card"
          method="post"
          action={`/station/airings/recording?${queryOf(place)}`}
          encType="multipart/form-data"
        >
          <div class="field">
            <label for="fichier">Enregistrement de l’antenne</label>
            <p class="hint" id="fichier-aide">
              Le spot tel qu’il est passé, pris au téléphone ou au récepteur{NARROW}: MP3, M4A, OGG,
              AMR ou WAV, {MEGABYTES} Mo au plus. Un extrait suffit.
            </p>
            <input
              type="file"
              id="fichier"
              name="file"
              accept="audio/*,.amr,.m4a"
              required
              aria-describedby="fichier-aide"
            />
          </div>
          <p class="actions">
            <button type="submit">Envoyer l’enregistrement</button>
            <a class="button quiet" href={`/station/programme#${subject.anchor}`}>
              Annuler
            </a>
          </p>
        </form>
        <p class="soft">
          Ne joignez rien d’autre que le passage du spot. Si la personne que l’on entend retire son
          accord, l’enregistrement est effacé.
        </p>
      </>
    ),
  };
  await sendPage(ctx, page, { status: trouble === null ? 200 : 422 });
}
