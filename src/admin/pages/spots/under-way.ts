import { mayBePreparedAgain } from '../../../domain/audio';
import type { SpotOnWire, VersionOnWire } from '../../desk/wire';
import { purposeOf } from './sound-figures';

/** The newest recording is being received, checked or prepared. */
export function isBusy({ state }: VersionOnWire): boolean {
  return state === 'received' || state === 'checking' || state === 'preparing';
}

/** Something of this spot moves by itself: worth asking again in a moment. */
export function isUnderWay(view: SpotOnWire): boolean {
  const [newest] = view.versions;
  // Without an engine nothing moves, and the line is weak.
  if (newest === undefined || view.engine.kind === 'stopped') return false;
  const moves = view.profiles.some(
    ({ state }) => state.kind === 'waiting' || state.kind === 'being-made',
  );
  return isBusy(newest) || moves;
}

/** A person may ask for files once more. */
export function canBePreparedAgain(view: SpotOnWire): boolean {
  return view.profiles.some(({ state }) => mayBePreparedAgain(state));
}

type Row = SpotOnWire['profiles'][number];

/** What a file is, and for whom: « Fichier léger · KAY, NIO ». */
export function fileName({ profile, stationCodes }: Pick<Row, 'profile' | 'stationCodes'>): string {
  const stations = stationCodes.length === 0 ? 'aucune radio' : stationCodes.join(', ');
  return `${purposeOf(profile)} · ${stations}`;
}

/** The same, by the code of its profile. */
export function fileNameOf(view: SpotOnWire): (code: string) => string {
  return (code) => {
    const row = view.profiles.find(({ profile }) => profile.code === code);
    return row === undefined ? code : fileName(row);
  };
}
