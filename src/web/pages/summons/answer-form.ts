import { type Invitation, meetingModes, summonsAnswers } from '../../../domain/meetings/index.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { meetingDays, meetingTime } from '../meetings/meeting-words.ts';
import { personName } from './summons-words.ts';
import { texts } from './texts.ts';

/** The question whether somebody comes, with the one about serving above it when they were asked. */
export function answerForm(
  ctx: RequestContext,
  { choices: codes, request, summons }: Pick<Invitation, 'choices' | 'request' | 'summons'>,
  options: {
    readonly action: string;
    readonly state: FormState;
    readonly submit: string;
    readonly bySecretary?: boolean;
  },
): Html {
  const t = texts[ctx.language];
  const { action, state, submit, bySecretary } = options;
  return form(ctx, {
    action,
    submit,
    state,
    version: summons.answer?.version ?? 0,
    body: html`${request ? html`<input type="hidden" name="fraga" value="${request.id}">${notice(ctx, { tone: 'info', body: t.servingQuestion(request.absentName) })}` : null}
${choices(ctx, {
  kind: 'radio',
  name: 'answer',
  legend: bySecretary ? t.answer : t.question,
  options: codes.map((code) => ({ value: code, text: capital(summonsAnswers[code][ctx.language]) })),
  state,
})}
${field(ctx, { name: 'note', label: bySecretary ? t.secretaryReason : t.reason, hint: t.reasonHint, optional: true, state })}`,
  });
}

/** Which meeting it is about: when, where and how. */
export function meetingFacts(ctx: RequestContext, { meeting, summons }: Pick<Invitation, 'meeting' | 'summons'>): Html {
  const t = texts[ctx.language];
  const bodies = [meeting.body, ...meeting.jointBodies].map(({ name }) => name);
  const day = meetingDays(ctx, meeting) ?? ctx.format.dateWithWeekday(meeting.heldOn);
  return summaryList([
    { term: t.body, value: html`<span lang="sv">${ctx.format.list(bodies)}</span>` },
    { term: t.time, value: [day, meetingTime(ctx, meeting)].filter(Boolean).join(' ') },
    { term: t.place, value: meeting.place && html`<span lang="sv">${meeting.place}</span>` },
    { term: t.form, value: meeting.mode && meetingModes[meeting.mode][ctx.language] },
    { term: t.who, value: personName(summons) },
  ]);
}

function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;
}
