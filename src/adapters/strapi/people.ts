import type { Core } from '@strapi/strapi';

import type { People } from '../../composition/ports';

type User = {
  readonly id: number;
  readonly firstname: string | null;
  readonly lastname: string | null;
};

/** The names of Strapi's admin users; never an address. */
export function createPeople(strapi: Core.Strapi): People {
  return {
    async namesOf(people) {
      const ids = [...new Set(people)].flatMap((person) => {
        const id = /^user:(\d{1,15})$/.exec(person)?.[1];
        return id === undefined ? [] : [Number(id)];
      });
      if (ids.length === 0) return new Map();
      const found = (await strapi.db.query('admin::user').findMany({
        select: ['id', 'firstname', 'lastname'],
        where: { id: { $in: ids } },
      })) as readonly User[];
      return new Map(
        found.flatMap(({ id, firstname, lastname }) => {
          const name = [firstname, lastname].filter(Boolean).join(' ').trim();
          return name === '' ? [] : [[`user:${id}`, name] as const];
        }),
      );
    },
  };
}
