import type { Core } from '@strapi/strapi';

import type { People } from '../../composition/ports';
import { actionId } from './actions';

type Role = { readonly permissions?: readonly { readonly action: string }[] };
type User = {
  readonly id: number;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string;
  readonly roles?: readonly Role[];
};
type Query = {
  findOne(asked: object): Promise<User | null>;
  findMany(asked: object): Promise<readonly User[]>;
};

function numberOf(person: string): number | null {
  const number = /^user:(\d+)$/.exec(person)?.[1];
  return number === undefined ? null : Number(number);
}

const nameOf = ({ firstname, lastname }: User): string =>
  [firstname, lastname].filter(Boolean).join(' ');

/** The people who sign in to the desk, as the admin knows them. */
export function createPeople(strapi: Core.Strapi): People {
  const users = () => strapi.db.query('admin::user') as unknown as Query;
  return {
    async namesOf(people) {
      const ids = people.map(numberOf).filter((id) => id !== null);
      if (ids.length === 0) return new Map();
      const found = await users().findMany({ where: { id: { $in: [...new Set(ids)] } } });
      return new Map(found.map((user) => [`user:${user.id}`, nameOf(user)]));
    },
    async everybody() {
      const found = await users().findMany({ where: { isActive: true, blocked: false } });
      return found
        .map((user) => ({ person: `user:${user.id}`, name: nameOf(user) }))
        .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
    },
    async addressForAlerts(person) {
      const id = numberOf(person);
      if (id === null) return null;
      const user = await users().findOne({
        where: { id, isActive: true, blocked: false },
        populate: { roles: { populate: ['permissions'] } },
      });
      const may = (user?.roles ?? []).some(({ permissions = [] }) =>
        permissions.some(({ action }) => action === actionId('desk.alerts.read')),
      );
      return user !== null && may ? user.email : null;
    },
  };
}
