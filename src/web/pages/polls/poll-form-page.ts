import type { Dialogue } from '../../../domain/dialogues/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { type Poll, pollAccessCodes, pollAccesses } from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { choices, group } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingName } from '../meetings/meeting-words.ts';
import { pollCrumbs, pollsPath } from './poll-words.ts';
import { texts } from './texts.ts';

/** What the form of a poll offers to choose from. */
export type PollChoices = {
  readonly bodies: readonly Body[];
  readonly meetings: readonly Pick<Meeting, 'id' | 'kind' | 'heldOn' | 'body'>[];
  readonly dialogues: readonly Dialogue[];
};

/** The form of a poll: what it is called, who can answer and when, and which groups there are. */
export function pollFormPage(
  ctx: RequestContext,
  { bodies, meetings, dialogues }: PollChoices,
  state: FormState,
  poll?: Poll,
): Page {
  const t = texts[ctx.language];
  const title = poll ? t.change : t.add;
  const current = state.conflict as { readonly title?: string; readonly about?: string } | undefined;
  return page({
    title,
    width: 'text',
    crumbs: pollCrumbs(ctx, poll, title),
    body: html`${
      current
        ? bothTexts(ctx, {
            state,
            fields: [
              { name: 'title', label: t.name, saved: current.title ?? '' },
              { name: 'about', label: t.about, saved: current.about ?? '' },
            ],
          })
        : null
    }${form(ctx, {
      action: poll ? `${recordAddress('poll', poll.id)}/andra` : `${pollsPath}/ny`,
      submit: t.save,
      state,
      ...(poll && { version: poll.version }),
      cancel: { href: poll ? recordAddress('poll', poll.id) : pollsPath },
      body: html`${field(ctx, { name: 'title', label: t.name, hint: t.nameHint, state })}
${field(ctx, { kind: 'textarea', rows: 3, name: 'about', label: t.about, hint: t.aboutHint, optional: true, state })}
${poll ? null : field(ctx, { kind: 'select', name: 'bodyId', label: t.body, options: bodies.map(({ id, name }) => ({ value: id, text: name })), state })}
${choices(ctx, {
  kind: 'radio',
  name: 'access',
  legend: t.access,
  options: pollAccessCodes.map((value) => ({
    value,
    text: pollAccesses[value][ctx.language],
    hint: t.accessHints[value],
  })),
  state,
})}
${field(ctx, { kind: 'date', name: 'opensOn', label: t.opensOn, hint: t.daysHint, optional: true, state })}
${field(ctx, { kind: 'date', name: 'closesOn', label: t.closesOn, optional: true, state })}
${field(ctx, {
  kind: 'select',
  name: 'meetingId',
  label: t.meeting,
  empty: t.noMeeting,
  optional: true,
  options: meetings.map((meeting) => ({
    value: meeting.id,
    text: `${meetingName(ctx, meeting)}, ${meeting.body.name}`,
  })),
  state,
})}
${field(ctx, {
  kind: 'select',
  name: 'dialogueId',
  label: t.dialogue,
  empty: t.noDialogue,
  optional: true,
  options: dialogues.map(({ id, title: name }) => ({ value: id, text: name })),
  state,
})}
${group(t.groups, html`${field(ctx, { name: 'groupLabel', label: t.groupLabel, hint: t.groupLabelHint, optional: true, state })}${field(ctx, { kind: 'textarea', rows: 4, name: 'groups', label: t.groups, hint: t.groupsHint, optional: true, state })}`)}`,
    })}`,
  });
}
