import { beforeAll, describe, expect, it } from 'vitest';

import { bootApp, type App } from '../helpers/strapi';

type Configuration = {
  readonly data: {
    readonly contentType: {
      readonly metadatas: Readonly<
        Record<string, { readonly edit: { readonly mainField?: string } }>
      >;
      readonly settings: { readonly mainField: string };
      readonly layouts: {
        readonly list: readonly string[];
        readonly edit: readonly (readonly { readonly name: string }[])[];
      };
    };
  };
};

describe('the forms of the desk', () => {
  let app: App;
  let manager: string;

  beforeAll(async () => {
    app = await bootApp();
    manager = await app.signIn('yeelen-campaign-manager');
  });

  async function configurationOf(uid: string) {
    const answer = await app
      .visitor()
      .get(`/content-manager/content-types/${uid}/configuration`)
      .set('Authorization', manager);
    expect(answer.status).toBe(200);
    return (answer.body as Configuration).data.contentType;
  }

  it('name a message by its title, and leave its review to the reviewers', async () => {
    const { settings, layouts } = await configurationOf('api::message.message');
    const fields = layouts.edit.flat().map(({ name }) => name);
    expect(settings.mainField).toBe('title');
    expect(layouts.list).toEqual(['code', 'title', 'theme', 'reviewState']);
    expect(fields).toContain('body');
    expect(fields).not.toContain('reviewState');
    expect(fields).not.toContain('translatedFrom');
  });

  it('do not ask for the place of a post’s photograph, which only the server knows', async () => {
    const { layouts } = await configurationOf('api::post.post');
    expect(layouts.edit.flat().map(({ name }) => name)).not.toContain('pictureKey');
  });

  it('call the accounts of a post, its groups and its message by their names', async () => {
    const { metadatas } = await configurationOf('api::post.post');
    const nameOf = (field: string) => metadatas[field]?.edit.mainField;
    expect(nameOf('accounts')).toBe('name');
    expect(nameOf('hashtagGroups')).toBe('name');
    expect(nameOf('message')).toBe('title');
    expect(nameOf('cardTitle')).toBeUndefined();
  });
});
