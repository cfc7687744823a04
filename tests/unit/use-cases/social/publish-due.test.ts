import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { checkAccounts } from '../../../../src/use-cases/accounts';
import { voidApproval } from '../../../../src/use-cases/social';
import { buildAccount, buildConsent, buildPost } from '../../../helpers/builders';
import { openSocialWorld } from '../../../helpers/social-world';
import type { SocialWorld } from '../../../helpers/social-world';

const TEXT = 'Avant de partir, informez-vous.';

describe('the heartbeat of publishing', () => {
  let world: SocialWorld;
  beforeEach(async () => {
    world = await openSocialWorld();
  });
  afterEach(() => world.close());

  it('sends nothing before its time, then sends once and only once', async () => {
    await world.approve();
    expect(await world.beat()).toEqual([]);

    world.clock.set('2026-12-01T11:59:59.999Z');
    expect(await world.beat()).toEqual([]);

    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual(['published']);
    expect(await world.beat()).toEqual([]);

    expect(await world.wallTexts()).toEqual([TEXT]);
    const sent = await world.delivery();
    expect(sent).toMatchObject({ state: 'sent', attempts: 1, claim: null });
    const [entry] = await world.channel.wallEntries();
    expect(sent.remoteId).toBe(entry?.remoteId);
  });

  it('sends what fell due while the power was out, up to the deadline itself', async () => {
    await world.approve();
    world.clock.set('2026-12-01T13:00:00.000Z');
    expect(await world.beat()).toEqual(['published']);
  });

  it('misses what is found one millisecond after the deadline, without a call', async () => {
    await world.approve();
    world.clock.set('2026-12-01T13:00:00.001Z');
    expect(await world.beat()).toEqual(['missed']);
    expect((await world.delivery()).state).toBe('missed');
    expect(await world.wallTexts()).toEqual([]);
  });

  it('finds a post on the timeline when the line broke after the network took it', async () => {
    await world.approve();
    world.weather.onPublish = () => ({ kind: 'hang-up-after' });
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual(['unknown']);

    // Neither sent again nor looked up before timeout (20 s) and settle (60 s) are over.
    world.clock.advance({ seconds: 79 });
    expect(await world.beat()).toEqual([]);

    world.clock.advance({ seconds: 1 });
    expect(await world.beat()).toEqual(['found-on-timeline']);
    expect((await world.delivery()).state).toBe('sent');
    expect(await world.wallTexts()).toEqual([TEXT]);
  });

  it('sends again when the line broke before, once the timeline shows that it is not there', async () => {
    await world.approve();
    world.weather.onPublish = () => ({ kind: 'hang-up-before' });
    world.clock.set('2026-12-01T12:00:00Z');
    await world.beat();
    world.weather.onPublish = () => null;
    world.clock.advance({ minutes: 2 });
    expect(await world.beat()).toEqual(['not-on-timeline']);
    expect(await world.beat()).toEqual(['published']);
    expect(await world.wallTexts()).toEqual([TEXT]);
  });

  it('leaves an outcome unknown while the timeline cannot be read, and says so once', async () => {
    await world.approve();
    world.weather.onPublish = () => ({ kind: 'hang-up-after' });
    world.weather.isTimelineDown = () => true;
    world.clock.set('2026-12-01T12:00:00Z');
    await world.beat();
    for (let hour = 0; hour < 3; hour += 1) {
      world.clock.advance({ minutes: 60 });
      await world.beat();
    }
    const delivery = await world.delivery();
    expect(delivery.state).toBe('unknown');
    const lines = await world.ports.deliveries.attempts(delivery.id);
    expect(lines.map(({ event }) => event)).toEqual(['sending', 'unknown', 'timeline-unreadable']);
    expect(lines[1]?.words).toBe('socket hang up');

    world.weather.isTimelineDown = () => false;
    world.clock.advance({ minutes: 60 });
    expect(await world.beat()).toEqual(['found-on-timeline']);
  });

  it('waits as long as the network asks', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    world.weather.onPublish = () => ({
      kind: 'rate-limit',
      until: new Date('2026-12-01T12:30:00Z'),
    });
    expect(await world.beat()).toEqual(['rate-limited']);
    world.weather.onPublish = () => null;
    world.clock.set('2026-12-01T12:29:59Z');
    expect(await world.beat()).toEqual([]);
    world.clock.set('2026-12-01T12:30:00Z');
    expect(await world.beat()).toEqual(['published']);
  });

  it('does not burn its queue on an account that refuses it, and shows the network’s words', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    world.weather.onPublish = () => ({ kind: 'unauthorized' });
    expect(await world.beat()).toEqual(['unauthorized']);
    expect(await world.delivery()).toMatchObject({
      state: 'queued',
      attempts: 0,
      lastWords: 'Token expired',
    });
    // Well again or not: nothing goes out before somebody, or a look at the connection, says so.
    world.weather.onPublish = () => null;
    world.clock.set('2026-12-01T12:10:00Z');
    expect(await world.beat()).toEqual(['account-paused']);
    expect(await checkAccounts(world.ports)).toBe(1);
    world.clock.set('2026-12-01T12:15:00Z');
    expect(await world.beat()).toEqual(['published']);
  });

  it('holds a paused account’s post back, and shows it as missed after the deadline', async () => {
    await world.approve();
    world.content.accounts = [buildAccount({ isPaused: true })];
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual(['account-paused']);
    world.clock.set('2026-12-01T13:00:00.001Z');
    expect(await world.beat()).toEqual(['missed']);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('does not send a text that was edited after its approval, whichever way the edit came', async () => {
    await world.approve();
    world.content.posts = [buildPost({ texts: { fr: 'Autre chose.' } })];
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual(['approval-voided']);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('does not send when the approval is voided between the look and the step that sends', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    const { files } = world.ports;
    const read = files.read.bind(files);
    let isEdited = false;
    // The picture is checked last: this is the very last moment before the intent.
    files.read = (key, range) => {
      const stream = read(key, range);
      if (!isEdited) {
        isEdited = true;
        stream.pause();
        void world.ports.approvals.void('POST-1').then(() => stream.resume());
      }
      return stream;
    };
    expect(await world.beat()).toEqual([]);
    expect(isEdited).toBe(true);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('does not send a picture that is no longer the approved one', async () => {
    const [delivery] = await world.approve();
    await world.ports.files.remove(delivery?.content.pictureKey ?? '');
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual(['picture-changed']);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('gives up after eight attempts and shows it to a person', async () => {
    world.content.posts = [buildPost({ lateToleranceMinutes: 10_000 })];
    await world.approve();
    world.weather.onPublish = () => ({ kind: 'hang-up-before' });
    world.clock.set('2026-12-01T12:00:00Z');
    const events: string[] = [];
    for (let beat = 0; beat < 20; beat += 1) {
      events.push(...(await world.beat()));
      world.clock.advance({ minutes: 2 });
    }
    expect(events.filter((event) => event === 'unknown')).toHaveLength(8);
    expect(events.at(-1)).toBe('gave-up');
    expect((await world.delivery()).state).toBe('failed');
  });

  it('settles what a killed process left in the middle, only after its claim ran out', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    const { channel, ports } = world;
    const publish = channel.publish.bind(channel);
    const dead = new Promise<never>(() => undefined);
    channel.publish = async (content) => {
      await publish(content);
      // The process is gone: nobody hears the answer.
      return dead;
    };
    void world.beat();
    await expect.poll(() => world.wallTexts()).toEqual([TEXT]);
    channel.publish = publish;

    world.clock.advance({ seconds: 119 });
    expect(await world.beat()).toEqual([]);
    world.clock.advance({ seconds: 1 });
    expect(await world.beat()).toEqual(['found-on-timeline']);
    expect(await world.wallTexts()).toEqual([TEXT]);
    expect((await ports.deliveries.living()).length).toBe(0);
  });

  it('never starts a call that could outlast its claim', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    const { content } = world.ports;
    const campaign = content.campaign.bind(content);
    // The machine slept for 101 s in the middle: 120 s of claim less 101 are shorter than a call of 20 s.
    content.campaign = () => {
      world.clock.advance({ seconds: 101 });
      return campaign();
    };
    expect(await world.beat()).toEqual([]);
    expect(await world.wallTexts()).toEqual([]);
    content.campaign = campaign;
    world.clock.advance({ seconds: 19 });
    expect(await world.beat()).toEqual(['published']);
  });

  it('sends one post of two heartbeats that run at once', async () => {
    world.content.posts = Array.from({ length: 12 }, (_, index) =>
      buildPost({ code: `POST-${index}`, texts: { fr: `Texte ${index}` } }),
    );
    for (const { code } of world.content.posts) await world.approve(code);
    world.clock.set('2026-12-01T12:00:00Z');
    const both = await Promise.all([world.beat(), world.beat()]);
    expect(both.flat()).toHaveLength(12);
    expect(await world.wallTexts()).toHaveLength(12);
    expect(new Set(await world.wallTexts()).size).toBe(12);
  });

  it('goes on with the other rows when one row is in trouble', async () => {
    world.content.posts = [
      buildPost({ code: 'POST-1' }),
      buildPost({ code: 'POST-2', texts: { fr: 'Le second.' } }),
    ];
    await world.approve('POST-1');
    await world.approve('POST-2');
    world.clock.set('2026-12-01T12:00:00Z');
    const { content } = world.ports;
    const postByCode = content.postByCode.bind(content);
    content.postByCode = (code) =>
      code === 'POST-1' ? Promise.reject(new Error('disk I/O error')) : postByCode(code);
    await expect(world.beat()).rejects.toThrow('disk I/O error');
    expect(await world.wallTexts()).toEqual(['Le second.']);
  });
});

describe('a post that shows a real person', () => {
  let world: SocialWorld;
  beforeEach(async () => {
    world = await openSocialWorld({ posts: [buildPost({ depicts: 'adult' })] });
    await world.ports.consents.add(buildConsent({ subject: { kind: 'post', code: 'POST-1' } }));
    await world.approve();
  });
  afterEach(() => world.close());

  it('goes out while the consent stands', async () => {
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual(['published']);
  });

  it('is held back when the consent was withdrawn after the approval', async () => {
    await world.ports.consents.withdraw('consent-1', 'user:journalist', world.clock.now());
    world.clock.set('2026-12-01T12:00:00Z');
    expect(await world.beat()).toEqual(['held-back']);
    expect(await world.wallTexts()).toEqual([]);
  });

  it('is held back when the consent is withdrawn in the very moment of sending', async () => {
    world.clock.set('2026-12-01T12:00:00Z');
    const { files, consents } = world.ports;
    const read = files.read.bind(files);
    files.read = (key, range) => {
      const stream = read(key, range);
      stream.pause();
      void consents
        .withdraw('consent-1', 'user:journalist', world.clock.now())
        .then(() => stream.resume());
      return stream;
    };
    expect(await world.beat()).toEqual([]);
    expect(await world.wallTexts()).toEqual([]);
  });
});

describe('an edit of an approved post', () => {
  let world: SocialWorld;
  beforeEach(async () => {
    world = await openSocialWorld();
  });
  afterEach(() => world.close());

  it('withdraws what waits', async () => {
    await world.approve();
    expect(await voidApproval(world.ports, 'POST-1')).toBe(1);
    expect(await world.ports.deliveries.ofPost('POST-1')).toEqual([]);
    expect(await world.ports.approvals.of('POST-1')).toBeNull();
  });

  it('keeps the history of what was tried, and lets the new text go out after a new approval', async () => {
    await world.approve();
    world.clock.set('2026-12-01T12:00:00Z');
    world.weather.onPublish = () => ({
      kind: 'rate-limit',
      until: new Date('2026-12-01T12:10:00Z'),
    });
    await world.beat();
    await voidApproval(world.ports, 'POST-1');
    expect(await world.delivery()).toMatchObject({ state: 'failed' });
    expect(await world.ports.deliveries.attempts((await world.delivery()).id)).not.toEqual([]);

    world.weather.onPublish = () => null;
    world.clock.set('2026-12-01T12:10:00Z');
    world.content.posts = [buildPost({ texts: { fr: 'Le texte corrigé.' } })];
    await world.approve();
    expect(await world.beat()).toEqual(['published']);
    expect(await world.wallTexts()).toEqual(['Le texte corrigé.']);
  });
});
