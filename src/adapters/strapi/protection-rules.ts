import { isProtectedFor } from '../../domain/audio';
import { VOICES, type Voices } from '../../domain/consent';
import { NOBODY_TO_PROTECT, PROTECTED_IS_REAL, PROTECTION_STAYS } from '../../wording/witnesses';
import { isProtectionDesk } from './acting-as';
import { refuseDocument, type DocumentCall } from './document-call';

type Before = { readonly voices: Voices; readonly isProtected: boolean };

/**
 * What a form may say of a protected witness. It may protect; it takes no protection away, also not by leaving the field
 * empty. A child is protected from the first moment.
 *
 * @param before the spot as it stands, or the one it is copied from; null for a new one.
 */
export function keepProtection(
  call: DocumentCall,
  data: Record<string, unknown>,
  before: Before | null,
): void {
  if (isProtectionDesk()) return;
  const wasProtected = before?.isProtected ?? false;
  const voices = VOICES.find((known) => known === data['voices']) ?? before?.voices;
  const becomesChild = voices === 'minor' && before?.voices !== 'minor';
  if (wasProtected && call.action === 'update' && data['isProtected'] === false) {
    refuseDocument(PROTECTION_STAYS);
  }
  const isProtected =
    wasProtected ||
    becomesChild ||
    data['isProtected'] === true ||
    (before === null && voices !== undefined && isProtectedFor(voices, null));
  if (isProtected && voices === 'no-real-person') {
    refuseDocument(wasProtected ? PROTECTED_IS_REAL : NOBODY_TO_PROTECT);
  }
  // An update that says nothing of it and changes nothing of it stays as it is.
  if (
    before === null ||
    call.action !== 'update' ||
    isProtected !== wasProtected ||
    'isProtected' in data
  ) {
    data['isProtected'] = isProtected;
  }
}
