import type { Core } from '@strapi/strapi';

export type Ability = { can(action: string, subject?: unknown): boolean };

/** Null outside a request, and for requests that are not of a signed-in person: their doors have guards of their own. */
export function abilityOfVisitor(strapi: Core.Strapi): Ability | null {
  const request = strapi.requestContext.get();
  const ability: unknown = request?.state['userAbility'];
  const isAbility = typeof ability === 'object' && ability !== null && 'can' in ability;
  return isAbility ? (ability as Ability) : null;
}

/** Who is signed in to the desk and asks, as the journal names people (`user:<id>`); null where nobody is. */
export function personOfVisitor(strapi: Core.Strapi): string | null {
  if (abilityOfVisitor(strapi) === null) return null;
  const user: unknown = strapi.requestContext.get()?.state['user'];
  const isUser = typeof user === 'object' && user !== null && 'id' in user;
  return isUser ? `user:${String(user.id)}` : null;
}
