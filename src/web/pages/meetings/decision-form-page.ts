import * as z from 'zod';
import type { Decision } from '../../../domain/decisions/index.ts';
import type { AgendaItem, Meeting } from '../../../domain/meetings/index.ts';
import type { DecidingPower } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { choice, idempotencyField, idField, manyOf, text, versionField } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { meetingCrumbs } from './agenda-item-form-page.ts';
import { itemPath } from './agenda-section.ts';
import { formTexts } from './form-texts.ts';
import { bodiesOf } from './meeting-facts.ts';

const words = { title: text({ maximum: 500 }), clauses: text({ maximum: 20_000 }), idempotencyKey: idempotencyField };

/** What the form for a new decision sends. */
export const recordForm = z.object({
  ...words,
  bodyId: idField(),
  state: choice(['proposed', 'made']),
  assignmentIds: manyOf(idField()),
});

/** What the form for a proposal that is changed sends. */
export const changeDecisionForm = z.object({ ...words, version: versionField });

/** The form in which a decision is recorded in an item, with what the body may decide said before it is written. */
export function recordDecisionPage(
  ctx: RequestContext,
  options: {
    readonly meeting: Meeting;
    readonly item: AgendaItem;
    readonly mandates: ReadonlyMap<string, DecidingPower>;
    readonly state: FormState;
  },
): Page {
  const t = formTexts[ctx.language];
  const { meeting, item, mandates, state } = options;
  const bodies = bodiesOf(meeting);
  const only = bodies.length === 1 ? bodies[0] : undefined;
  const linked = item.assignments.map((one) => ({
    value: one.id,
    text: `${one.year}${one.number === null ? '' : `:${one.number}`} ${one.title}`,
  }));
  return page({
    title: t.decisionTitle,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, t.decisionTitle),
    lead: html`<span lang="sv">${item.number ? `${item.number}. ` : null}${item.title}</span>`,
    body: html`${mandateNotice(ctx, meeting, mandates)}${form(ctx, {
      action: `${itemPath(meeting, item)}/beslut`,
      submit: t.record,
      state,
      labels: labels(ctx),
      cancel: { href: recordAddress('meeting', meeting.id) },
      body: html`${
        only
          ? html`<input type="hidden" name="bodyId" value="${only.id}">`
          : field(ctx, {
              name: 'bodyId',
              label: t.decisionBody,
              kind: 'select',
              options: bodies.map(({ id, name }) => ({ value: id, text: name })),
              state,
            })
      }
${wordFields(ctx, state)}
${choices(ctx, {
  kind: 'radio',
  name: 'state',
  legend: t.stateLegend,
  state,
  options: [
    { value: 'proposed', text: t.stateProposed, hint: t.stateProposedHint },
    { value: 'made', text: t.stateMade, hint: t.stateMadeHint },
  ],
})}
${linked.length > 0 ? choices(ctx, { kind: 'checkbox', name: 'assignmentIds', legend: t.concerns, hint: t.concernsHint, options: linked, state }) : null}`,
    })}`,
  });
}

/** The form in which a proposal is changed before it is decided; after a conflict with both texts. */
export function changeDecisionPage(
  ctx: RequestContext,
  options: {
    readonly meeting: Meeting;
    readonly decision: Decision;
    readonly mandates: ReadonlyMap<string, DecidingPower>;
    readonly state: FormState;
  },
): Page {
  const t = formTexts[ctx.language];
  const { meeting, decision, mandates, state } = options;
  const saved = decisionValues(decision);
  return page({
    title: t.changeDecisionTitle,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, t.changeDecisionTitle),
    body: html`${bothTexts(ctx, {
      state,
      fields: Object.entries(labels(ctx)).map(([name, label]) => ({ name, label, saved: saved[name] ?? '' })),
    })}${mandateNotice(ctx, meeting, mandates)}${form(ctx, {
      action: decisionPath(meeting, decision),
      submit: t.save,
      state,
      labels: labels(ctx),
      version: decision.version,
      cancel: { href: recordAddress('meeting', meeting.id) },
      body: wordFields(ctx, state),
    })}`,
  });
}

/** The question before a proposal becomes a decision, or is taken back. */
export function decisionQuestionPage(
  ctx: RequestContext,
  meeting: Meeting,
  decision: Decision,
  question: 'fatta' | 'ta-bort',
  state: FormState,
): Page {
  const t = formTexts[ctx.language];
  const making = question === 'fatta';
  const title = making ? t.makeTitle : t.withdrawTitle;
  return page({
    title,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, title),
    lead: html`<span lang="sv">${decision.title}</span>`,
    body: html`${errorSummary(ctx, state)}${confirm(ctx, {
      consequences: making ? t.makeConsequences : [t.withdrawConsequence(decision.title)],
      action: `${decisionPath(meeting, decision)}/${question}`,
      submit: making ? t.make : t.withdraw,
      cancelHref: recordAddress('meeting', meeting.id),
      version: decision.version,
      variant: making ? 'primary' : 'danger',
    })}`,
  });
}

/** A proposal as the fields of its form. */
export function decisionValues(decision: Decision): Record<string, string> {
  return { title: decision.title, clauses: decision.clauses.join('\n') };
}

function decisionPath(meeting: Meeting, decision: Decision): string {
  return `${recordAddress('meeting', meeting.id)}/beslut/${decision.id}`;
}

function wordFields(ctx: RequestContext, state: FormState): Content {
  const t = formTexts[ctx.language];
  return html`${field(ctx, { name: 'title', label: t.decisionName, state })}
${field(ctx, { name: 'clauses', label: t.clauses, hint: t.clausesHint, kind: 'textarea', rows: 5, state })}`;
}

function labels(ctx: RequestContext): Record<string, string> {
  const { decisionName, clauses } = formTexts[ctx.language];
  return { title: decisionName, clauses };
}

/** Says before anything is written what each body of the meeting may not decide (J-01, J-22); nothing for a body that decides by itself. */
function mandateNotice(ctx: RequestContext, meeting: Meeting, mandates: ReadonlyMap<string, DecidingPower>): Content {
  const t = formTexts[ctx.language];
  const mandateWords = { no: t.mandateNo, byDelegation: t.mandateDelegation, eachParty: t.mandateEachParty };
  return bodiesOf(meeting).flatMap(({ id, name }) => {
    const mandate = mandates.get(id) ?? 'yes';
    if (mandate === 'yes') return [];
    const body = html`<p>${mandateWords[mandate](name)}</p>`;
    return [notice(ctx, { tone: 'warning', title: t.mandateTitle, body })];
  });
}
