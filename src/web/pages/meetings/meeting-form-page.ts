import * as z from 'zod';
import {
  type Meeting,
  type MeetingKind,
  type MeetingMode,
  meetingKindCodes,
  meetingKinds,
  meetingModeCodes,
  meetingModes,
} from '../../../domain/meetings/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { choices, tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import {
  checkbox,
  choice,
  civilDateField,
  idempotencyField,
  idField,
  manyOf,
  optionalChoice,
  optionalCivilDate,
  optionalText,
  versionField,
} from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { formTexts } from './form-texts.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { meetingName } from './meeting-words.ts';
import { texts } from './texts.ts';

const facts = {
  kind: choice(meetingKindCodes as readonly [MeetingKind, ...MeetingKind[]]),
  heldOn: civilDateField(),
  lastDay: optionalCivilDate(),
  startsAt: optionalText({ maximum: 5 }),
  endsAt: optionalText({ maximum: 5 }),
  place: optionalText({ maximum: 200 }),
  mode: optionalChoice(meetingModeCodes as readonly [MeetingMode, ...MeetingMode[]]),
  title: optionalText({ maximum: 200 }),
  note: optionalText({ maximum: 500 }),
  adjustBy: optionalCivilDate(),
  idempotencyKey: idempotencyField,
};

/** What the form for a new meeting sends. */
export const planForm = z.object({
  ...facts,
  bodyId: idField(),
  jointBodyIds: manyOf(idField()),
  alreadyHeld: checkbox(),
});

/** What the form for the facts of a meeting sends. */
export const changeForm = z.object({ ...facts, version: versionField });

/** The form in which a meeting is planned; only the bodies for which the reader may plan are offered. */
export function planMeetingPage(
  ctx: RequestContext,
  state: FormState,
  bodies: readonly Body[],
  all: readonly Body[],
): Page {
  const t = formTexts[ctx.language];
  const option = ({ id, name }: Body) => ({ value: id, text: name });
  const joint = all.filter(({ kind }) => !['municipality', 'region', 'administration', 'unit'].includes(kind));
  return page({
    title: t.planTitle,
    width: 'text',
    crumbs: [{ text: texts[ctx.language].title, href: meetingListPath }, { text: t.planTitle }],
    body: form(ctx, {
      action: `${meetingListPath}/planera`,
      submit: t.plan,
      state,
      labels: labels(ctx),
      cancel: { href: meetingListPath },
      body: html`${field(ctx, { name: 'bodyId', label: t.body, kind: 'select', options: bodies.map(option), state })}
${factFields(ctx, state, t.adjustByHint)}
${choices(ctx, { kind: 'checkbox', name: 'jointBodyIds', legend: t.jointBodies, hint: t.jointHint, options: joint.map(option), state })}
${tickBox({ name: 'alreadyHeld', label: t.alreadyHeld, hint: t.alreadyHeldHint, state })}`,
    }),
  });
}

/** The form in which the facts of a meeting are changed; after a conflict with what is saved now beside what was typed. */
export function changeMeetingPage(ctx: RequestContext, meeting: Meeting, state: FormState): Page {
  const t = formTexts[ctx.language];
  const href = recordAddress('meeting', meeting.id);
  const name = meetingName(ctx, meeting);
  const saved = meetingValues(meeting);
  return page({
    title: t.changeTitle,
    width: 'text',
    crumbs: [{ text: texts[ctx.language].title, href: meetingListPath }, { text: name, href }, { text: t.changeTitle }],
    body: html`${bothTexts(ctx, {
      state,
      show: (field, value) => shown(ctx, field, value),
      fields: Object.entries(labels(ctx)).flatMap(([field, label]) =>
        field in saved ? [{ name: field, label, saved: shown(ctx, field, saved[field] ?? '') }] : [],
      ),
    })}${form(ctx, {
      action: `${href}/andra`,
      submit: t.save,
      state,
      version: meeting.version,
      labels: labels(ctx),
      cancel: { href },
      body: factFields(ctx, state, t.adjustByChangeHint),
    })}`,
  });
}

/** A meeting as the fields of its form. */
export function meetingValues(meeting: Meeting): Record<string, string> {
  return {
    kind: meeting.kind,
    heldOn: meeting.heldOn,
    lastDay: meeting.lastDay ?? '',
    startsAt: meeting.startsAt ?? '',
    endsAt: meeting.endsAt ?? '',
    place: meeting.place ?? '',
    mode: meeting.mode ?? '',
    title: meeting.title ?? '',
    note: meeting.note ?? '',
    adjustBy: meeting.adjustBy ?? '',
  };
}

function factFields(ctx: RequestContext, state: FormState, adjustHint: string): Html {
  const t = formTexts[ctx.language];
  const kinds = meetingKindCodes.map((code) => ({ value: code, text: meetingKinds[code][ctx.language] }));
  const modes = meetingModeCodes.map((code) => ({ value: code, text: meetingModes[code][ctx.language] }));
  return html`${choices(ctx, { kind: 'radio', name: 'kind', legend: t.kind, options: kinds, state, inline: true })}
${field(ctx, { name: 'heldOn', label: t.heldOn, kind: 'date', state })}
${field(ctx, { name: 'lastDay', label: t.lastDay, hint: t.lastDayHint, kind: 'date', state, optional: true })}
${field(ctx, { name: 'startsAt', label: t.startsAt, kind: 'time', state, optional: true })}
${field(ctx, { name: 'endsAt', label: t.endsAt, kind: 'time', state, optional: true })}
${field(ctx, { name: 'place', label: t.place, state, optional: true })}
${field(ctx, { name: 'mode', label: t.mode, kind: 'select', options: modes, empty: t.modeNone, state, optional: true })}
${field(ctx, { name: 'title', label: t.title, hint: t.titleHint, state, optional: true })}
${field(ctx, { name: 'note', label: t.note, hint: t.noteHint, state, optional: true })}
${field(ctx, { name: 'adjustBy', label: t.adjustBy, kind: 'date', hint: adjustHint, state, optional: true })}`;
}

function labels(ctx: RequestContext): Record<string, string> {
  const { body, kind, heldOn, lastDay, startsAt, endsAt, place, mode, title, note, adjustBy, jointBodies } =
    formTexts[ctx.language];
  const facts = { kind, heldOn, lastDay, startsAt, endsAt, place, mode, title, note, adjustBy };
  return { bodyId: body, ...facts, jointBodyIds: jointBodies };
}

function shown(ctx: RequestContext, field: string, value: string): string {
  if (field === 'kind' && value in meetingKinds) return meetingKinds[value as MeetingKind][ctx.language];
  if (field === 'mode' && value in meetingModes) return meetingModes[value as MeetingMode][ctx.language];
  return value;
}
