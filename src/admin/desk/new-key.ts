/**
 * A key under which the same thing said twice counts once. `crypto.randomUUID` is missing where the desk is served over
 * plain http in a local network; random bytes are not.
 */
export function newKey(random: Pick<Crypto, 'getRandomValues'> = crypto): string {
  const bytes = random.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
