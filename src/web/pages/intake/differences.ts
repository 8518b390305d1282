import { may } from '../../../domain/access/index.ts';
import {
  type Difference,
  type FieldEntry,
  fieldOfDifference,
  type OpenQuestion,
  type Proposal,
  proposalType,
  takingActionFor,
} from '../../../domain/intake/index.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { fieldWords } from './proposal-words.ts';
import type { ReviewFacts } from './review-page.ts';
import { actionHref } from './review-query.ts';
import { texts } from './texts.ts';

/** Where the register says something else than the proposal: both beside each other, and for each field which of them holds. */
export function differencesOf(ctx: RequestContext, proposal: Proposal, facts: ReviewFacts): Content {
  const differing = facts.questions.find(({ code }) => code === 'differs');
  const found = differing?.differences ?? [];
  if (!differing || found.length === 0) return null;
  const t = texts[ctx.language];
  const { recorded } = facts;
  const choosing = mayChoose(ctx, facts);
  const both = table(ctx, {
    caption: t.differs,
    captionHidden: true,
    columns: [
      { key: 'field', text: t.field },
      { key: 'recorded', text: t.inRegister },
      { key: 'proposed', text: t.inProposal },
    ],
    rows: found.map(({ field, recorded: there, proposed }) => ({
      field: fieldLabel(ctx, proposal.type, field) ?? field,
      recorded: wordsOf(ctx, proposal.type, field, there),
      proposed: wordsOf(ctx, proposal.type, field, proposed),
    })),
  });
  return html`${notice(ctx, { tone: 'warning', title: t.differs, body: html`<p>${choosing ? t.differsChoose : t.differsHelp}</p>${recorded ? html`<p><a href="${recorded}">${t.openRecord}</a></p>` : null}` })}${both}${choosing ? choosingForm(ctx, proposal, facts, differing, found) : null}`;
}

/** Whether the person may take over some field that differs from the proposal that is looked at. */
export function mayChoose(ctx: RequestContext, { questions, mayConfirm }: ReviewFacts): boolean {
  const differing = questions.find(({ code }) => code === 'differs');
  return mayConfirm && (differing?.differences ?? []).some(({ field }) => mayTake(ctx, differing!, field));
}

/** For each field that the person may change in the record: the register's words stay, or those of the paper take their place. */
function choosingForm(
  ctx: RequestContext,
  proposal: Proposal,
  { file, query }: ReviewFacts,
  differing: OpenQuestion,
  found: readonly Difference[],
): Content {
  const t = texts[ctx.language];
  const takeable = found.filter(({ field }) => mayTake(ctx, differing, field));
  const fields = takeable.map(({ field }) =>
    choices(ctx, {
      kind: 'radio',
      name: `val-${field}`,
      legend: fieldLabel(ctx, proposal.type, field) ?? field,
      inline: true,
      options: [
        { value: 'behall', text: t.keepField },
        { value: 'ny', text: t.takeField },
      ],
      state: freshForm({ [`val-${field}`]: 'behall' }),
    }),
  );
  return form(ctx, {
    action: actionHref(file.id, proposal.id, 'skillnader', query),
    version: proposal.version,
    submit: t.settle,
    body: html`<input type="hidden" name="recordVersion" value="${differing.record?.version ?? 0}">${fields}<p class="field-hint">${t.settleHint}</p>`,
  });
}

/** Whether the person may change this field of the record from here. */
function mayTake(ctx: RequestContext, { record }: OpenQuestion, field: string): boolean {
  const action = takingActionFor(record, field);
  return action !== undefined && ctx.actor !== undefined && may(ctx.actor, action);
}

/** What a field of a type is called; a field that only the register has is called as its counterpart. */
export function fieldLabel(ctx: Pick<RequestContext, 'language'>, type: string, field: string): string | undefined {
  return fieldEntry(type, field)?.label[ctx.language];
}

/** A value of a field in words, also of a field that only the register has. */
export function wordsOf(ctx: RequestContext, type: string, field: string, value: unknown): Content {
  const entry = fieldEntry(type, field) ?? { kind: 'text', label: { sv: field, en: field } };
  return fieldWords(ctx, type, fieldOfDifference(type, field) ?? field, entry, value);
}

function fieldEntry(type: string, field: string): FieldEntry | undefined {
  const name = fieldOfDifference(type, field);
  return name === undefined ? undefined : proposalType(type)?.fields[name];
}
