import { partyOutcomeCodes, partyOutcomes } from '../../../domain/agreements/index.ts';
import type { Assignment } from '../../../domain/assignments/index.ts';
import type { Decision } from '../../../domain/decisions/index.ts';
import { decisionEffectKinds } from '../../../domain/execution/index.ts';
import { type Body, type Seat, seatKinds } from '../../../domain/organisation/index.ts';
import { type ReportSummary, reportStates } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { group, tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { payerRows } from './effect-input.ts';
import { effectPath, type FormKind } from './execution-paths.ts';
import { texts } from './texts.ts';

export type EffectFormFacts = {
  readonly decision: Decision;
  readonly bodies: readonly Body[];
  readonly assignments: readonly Assignment[];
  /** The vacant seats of the body that decided, and of the bodies below it. */
  readonly seats: readonly Seat[];
  /** The parties of agreements whose decision is not on record. */
  readonly openParties: readonly { readonly partyId: string; readonly party: string; readonly agreement: string }[];
};

/** The form for one thing that a decision led to, filled beforehand from its words. */
export function effectFormPage(ctx: RequestContext, kind: FormKind, facts: EffectFormFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const { decision } = facts;
  const back = recordAddress('decision', decision.id);
  const title = `${t.ledToThis.replace(/ …$/u, '')}: ${decisionEffectKinds[kind][ctx.language]}`;
  return page({
    title,
    crumbs: [{ text: decision.title, href: back }, { text: decisionEffectKinds[kind][ctx.language] }],
    lead: t.effectLead,
    body: html`${notice(ctx, {
      tone: 'info',
      title: t.decision,
      body:
        decision.clauses.length > 0
          ? html`<ol lang="sv">${decision.clauses.map((clause) => html`<li>${clause}</li>`)}</ol>`
          : html`<p lang="sv">${decision.title}</p>`,
    })}${form(ctx, {
      action: effectPath(decision.id, kind),
      submit: t.effectSubmit,
      state,
      cancel: { href: back },
      body: fields[kind](ctx, facts, state),
    })}`,
  });
}

type Draw = (ctx: RequestContext, facts: EffectFormFacts, state: FormState) => Content;

const fields: Readonly<Record<FormKind, Draw>> = {
  gaveAssignment: (ctx, { bodies }, state) => {
    const t = texts[ctx.language];
    return html`${field(ctx, { kind: 'number', name: 'year', label: t.year, state })}${field(ctx, { kind: 'number', name: 'number', label: t.number, hint: t.numberHint, optional: true, state })}${field(
      ctx,
      { kind: 'textarea', name: 'text', label: t.text, rows: 4, state },
    )}${field(ctx, { kind: 'select', name: 'performer', label: t.performer, options: options(bodies), optional: true, state })}${field(ctx, { kind: 'date', name: 'dueOn', label: t.due, optional: true, state })}`;
  },
  changedAssignment: (ctx, { assignments }, state) => {
    const t = texts[ctx.language];
    const chosen = assignments.map(({ id, version, ref, title }) => ({
      value: `${id}:${version}`,
      text: `${ref} ${title}`,
    }));
    return html`${field(ctx, { kind: 'select', name: 'target', label: t.assignment, options: chosen, state })}${field(ctx, { kind: 'textarea', name: 'text', label: t.text, hint: t.keepText, rows: 4, optional: true, state })}${field(ctx, { kind: 'date', name: 'dueOn', label: t.due, hint: t.keepDue, optional: true, state })}`;
  },
  agreement: (ctx, _, state) => {
    const t = texts[ctx.language];
    return html`${field(ctx, { name: 'name', label: t.agreementName, state })}${term(ctx, state)}${tickBox({ name: 'openEnded', label: t.openEnded, state })}${field(ctx, { kind: 'number', name: 'noticeMonths', label: t.noticeMonths, unit: t.months, optional: true, state })}`;
  },
  ratifiesAgreement: (ctx, { openParties }, state) => {
    const t = texts[ctx.language];
    if (openParties.length === 0) return notice(ctx, { tone: 'info', body: html`<p>${t.noOpenParties}</p>` });
    return html`${field(ctx, {
      kind: 'select',
      name: 'partyId',
      label: t.agreementParty,
      state,
      options: openParties.map(({ partyId, party, agreement }) => ({ value: partyId, text: `${agreement}: ${party}` })),
    })}${field(ctx, {
      kind: 'select',
      name: 'outcome',
      label: t.agreementOutcome,
      state,
      options: partyOutcomeCodes.map((value) => ({ value, text: partyOutcomes[value][ctx.language] })),
    })}${field(ctx, { kind: 'textarea', name: 'remarks', label: t.agreementRemarks, rows: 2, optional: true, state })}`;
  },
  commission: (ctx, _, state) => {
    const t = texts[ctx.language];
    return html`${field(ctx, { name: 'who', label: t.who, state })}${field(ctx, { name: 'what', label: t.whatOrdered, state })}${field(ctx, { name: 'fte', label: t.fte, hint: t.fteHint, width: 'short', optional: true, state })}${group(
      t.payers,
      payerRows.map(
        (row) =>
          html`${field(ctx, { name: `payer${row}`, label: t.payer(row), optional: true, state })}${field(ctx, { kind: 'number', name: `amount${row}`, label: t.amount(row), unit: t.kronor, optional: true, state })}${field(ctx, { name: `share${row}`, label: t.share(row), width: 'short', optional: true, state })}`,
      ),
    )}${term(ctx, state)}${field(ctx, { name: 'fund', label: t.fund, optional: true, state })}`;
  },
  deliverable: (ctx, _, state) => {
    const t = texts[ctx.language];
    return html`${field(ctx, { name: 'what', label: t.deliverableWhat, state })}${field(ctx, { name: 'project', label: t.project, optional: true, state })}${field(ctx, { name: 'dueOn', label: t.due, hint: t.dueHint, width: 'short', optional: true, state })}`;
  },
  representative: (ctx, { decision, bodies, seats }, state) => {
    const t = texts[ctx.language];
    if (seats.length === 0) return notice(ctx, { tone: 'warning', body: html`<p>${t.noSeats}</p>` });
    const elsewhere = (bodyId: string) =>
      bodyId === decision.body.id ? null : bodies.find(({ id }) => id === bodyId)?.name;
    const vacant = seats.map(({ id, version, bodyId, kind, order, party }) => ({
      value: `${id}:${version}`,
      text: [elsewhere(bodyId), `${seatKinds[kind][ctx.language]} ${order}`, party].filter(Boolean).join(', '),
    }));
    return html`${field(ctx, { kind: 'select', name: 'target', label: t.seat, options: vacant, state })}${field(ctx, { name: 'name', label: t.person, state })}${tickBox({ name: 'another', label: t.another, state })}${field(ctx, { kind: 'date', name: 'from', label: t.from, state })}`;
  },
};

function term(ctx: RequestContext, state: FormState): Content {
  const t = texts[ctx.language];
  return html`${field(ctx, { kind: 'date', name: 'from', label: t.from, optional: true, state })}${field(ctx, { kind: 'date', name: 'to', label: t.to, optional: true, state })}`;
}

function options(bodies: readonly Body[]) {
  return bodies.map(({ id, name }) => ({ value: id, text: name }));
}

/** Asks which report-back of its body a decision approves. */
export function reportChoicePage(
  ctx: RequestContext,
  { decision, reports }: { readonly decision: Decision; readonly reports: readonly ReportSummary[] },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const back = recordAddress('decision', decision.id);
  return page({
    title: t.approveLink,
    crumbs: [{ text: decision.title, href: back }, { text: t.report }],
    lead: t.approveLead,
    body: form(ctx, {
      action: `${back}/godkanner`,
      submit: t.approveSubmit,
      state,
      cancel: { href: back },
      body: field(ctx, {
        kind: 'select',
        name: 'reportId',
        label: t.report,
        options: reports.map(({ id, title, year, state: how }) => ({
          value: id,
          text: `${title} (${year}), ${reportStates[how][ctx.language]}`,
        })),
        state,
      }),
    }),
  });
}
