import * as z from 'zod';
import { type Actor, may } from '../../../domain/access/index.ts';
import { listDialogues } from '../../../domain/dialogues/index.ts';
import { getMeeting, listMeetings } from '../../../domain/meetings/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import {
  changePoll,
  createPoll,
  getPoll,
  listPolls,
  type Poll,
  type PollFields,
  pollAccessCodes,
} from '../../../domain/polls/index.ts';
import { addDays } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type HandlerContext, type Route, route } from '../../route.ts';
import { meetingName } from '../meetings/meeting-words.ts';
import { pollFormPage } from './poll-form-page.ts';
import { pollListPage } from './poll-list-page.ts';
import { pollsPath } from './poll-words.ts';
import { texts } from './texts.ts';

export const anId = '00000000-0000-4000-8000-000000000000';
export const byId = z.object({ id: idField() });
const params = { id: anId };
const pageSize = 50;

const fields = {
  title: text({ maximum: 200 }),
  about: optionalText({ maximum: 2_000 }),
  access: choice(pollAccessCodes),
  opensOn: optionalCivilDate(),
  closesOn: optionalCivilDate(),
  meetingId: optionalId(),
  dialogueId: optionalId(),
  groupLabel: optionalText({ maximum: 80 }),
  groups: optionalText({ maximum: 4_000 }),
  idempotencyKey: idempotencyField,
};
const sampleFields = { title: 'Nära vård', access: 'open', idempotencyKey: 'exempel' };

/** The list of polls, and the form of one. */
export const pollRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: pollsPath,
    policy: 'record.read',
    about: 'Visar omröstningarna, alla eller de som hör till ett sammanträde, med läge och hur många som har svarat.',
    input: { query: z.object({ mote: optionalId(), sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }) }) },
    sample: {},
    handler: async (ctx) => {
      const { mote, sida = 1 } = ctx.input.query;
      const { polls, meeting } = await ctx.services.db.read(ctx.auth, async (r) => ({
        polls: await listPolls(r, {
          ...(mote !== undefined && { meetingId: mote }),
          limit: pageSize + 1,
          offset: (sida - 1) * pageSize,
        }),
        meeting: mote === undefined ? undefined : await getMeeting(r, mote),
      }));
      const next = new URLSearchParams({ ...(mote && { mote }), sida: String(sida + 1) });
      return pollListPage(ctx, polls.slice(0, pageSize), {
        meeting: meeting && { id: meeting.id, name: meetingName(ctx, meeting), bodyId: meeting.body.id },
        more: polls.length > pageSize ? `${pollsPath}?${next}` : undefined,
      });
    },
  }),
  route({
    method: 'GET',
    path: `${pollsPath}/ny`,
    policy: 'poll.edit',
    about: 'Visar formuläret för en ny omröstning.',
    input: { query: z.object({ mote: optionalId(), dialog: optionalId() }) },
    sample: {},
    handler: async (ctx) => {
      const { mote, dialog } = ctx.input.query;
      const state = freshForm({ access: 'open', meetingId: mote, dialogueId: dialog });
      return pollFormPage(ctx, await choicesFor(ctx, mote), state);
    },
  }),
  route({
    method: 'POST',
    path: `${pollsPath}/ny`,
    policy: 'poll.edit',
    about: 'Gör en ny omröstning som utkast.',
    input: { form: z.object({ ...fields, bodyId: idField() }) },
    sample: { form: { ...sampleFields, bodyId: anId } },
    handler: async (ctx) => {
      const { idempotencyKey, bodyId, ...written } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'createPoll', idempotencyKey }, (w) =>
        createPoll(w, { ...fieldsOf(written), bodyId }),
      );
      return saved(ctx, id);
    },
    onInvalid: async (ctx, state) => pollFormPage(ctx, await choicesFor(ctx), state),
  }),
  route({
    method: 'GET',
    path: `${pollsPath}/:id/andra`,
    policy: 'poll.edit',
    about: 'Visar formuläret där en omröstning ändras innan den öppnas.',
    input: { params: byId },
    sample: { params },
    handler: (ctx) => drawChange(ctx),
  }),
  route({
    method: 'POST',
    path: `${pollsPath}/:id/andra`,
    policy: 'poll.edit',
    about: 'Ändrar en omröstning innan den öppnas.',
    input: { params: byId, form: z.object({ ...fields, version: versionField }) },
    sample: { params, form: { ...sampleFields, version: '1' } },
    handler: async (ctx) => {
      const pollId = ctx.input.params.id;
      const { idempotencyKey, version, ...written } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changePoll', idempotencyKey }, (w) =>
        changePoll(w, { ...fieldsOf(written), pollId, expectedVersion: version }),
      );
      return saved(ctx, pollId);
    },
    onInvalid: drawChange,
  }),
];

type Editing = Pick<HandlerContext<'poll.edit'>, 'services' | 'auth'> & { readonly actor: Actor };

async function drawChange(
  ctx: Editing & Parameters<typeof pollFormPage>[0] & { readonly input: { readonly params: { readonly id: string } } },
  state?: FormState,
) {
  const poll = await ctx.services.db.read(ctx.auth, (r) => getPoll(r, ctx.input.params.id));
  return pollFormPage(ctx, await choicesFor(ctx, poll.meeting?.id), state ?? freshForm(valuesOfPoll(poll)), poll);
}

function valuesOfPoll(poll: Poll): FormState['values'] {
  return {
    title: poll.title,
    about: poll.about,
    access: poll.access,
    opensOn: poll.opensOn ?? '',
    closesOn: poll.closesOn ?? '',
    meetingId: poll.meeting?.id ?? '',
    dialogueId: poll.dialogue?.id ?? '',
    groupLabel: poll.groupLabel ?? '',
    groups: poll.groups.map(({ name }) => name).join('\n'),
  };
}

/** How far back and ahead the meetings lie that a poll can belong to. */
const aroundToday = { back: -60, ahead: 180 };

async function choicesFor(ctx: Editing, chosenMeeting?: string) {
  const today = ctx.services.runtime.today();
  return await ctx.services.db.read(ctx.auth, async (r) => {
    const bodies = await listBodies(r, { onDate: today });
    const { meetings } = await listMeetings(r, {
      from: addDays(today, aroundToday.back),
      to: addDays(today, aroundToday.ahead),
      order: 'oldest',
      limit: 100,
    });
    const chosen =
      chosenMeeting === undefined || meetings.some(({ id }) => id === chosenMeeting)
        ? []
        : [await getMeeting(r, chosenMeeting)];
    return {
      bodies: bodies.filter(({ id }) => may(ctx.actor, 'poll.edit', id)),
      meetings: [...chosen, ...meetings],
      dialogues: await listDialogues(r, { limit: 100 }),
    };
  });
}

/** The lines of a field in which one thing stands on each. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/\s+/gu, ' '))
    .filter((line) => line !== '');
}

function fieldsOf({
  groups,
  ...written
}: Omit<PollFields, 'groups'> & { readonly groups?: string | undefined }): PollFields {
  return { ...written, groups: linesOf(groups) };
}

function saved(ctx: Pick<HandlerContext, 'language'>, id: string) {
  return redirect(recordAddress('poll', id), { flash: { tone: 'success', text: texts[ctx.language].saved } });
}
