import { mayBePreparedAgain } from '../../../domain/audio';
import type { SpotOnWire, VersionOnWire } from '../../desk/wire';

/** The newest recording is being received, checked or prepared. */
export function isBusy({ state }: VersionOnWire): boolean {
  return state === 'received' || state === 'checking' || state === 'preparing';
}

/** Something of this spot moves by itself: worth asking again in a moment. */
export function isUnderWay(view: SpotOnWire): boolean {
  const [newest] = view.versions;
  if (newest === undefined) return false;
  const moves = view.profiles.some(
    ({ state }) => state.kind === 'waiting' || state.kind === 'being-made',
  );
  return isBusy(newest) || moves;
}

/** A person may ask for files once more. */
export function canBePreparedAgain(view: SpotOnWire): boolean {
  return view.profiles.some(({ state }) => mayBePreparedAgain(state));
}

/** What a delivery profile is called, by its code. */
export function profileNameOf(view: SpotOnWire): (code: string) => string {
  return (code) => view.profiles.find(({ profile }) => profile.code === code)?.profile.name ?? code;
}
