import type { Assignment } from '../../../domain/assignments/index.ts';
import type { Decision } from '../../../domain/decisions/index.ts';
import { type Dialogue, insightKindCodes, insightKinds, type ToldInsight } from '../../../domain/dialogues/index.ts';
import type { Goal, GoalDocument } from '../../../domain/goals/index.ts';
import type { Plan } from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { choices, group } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { statementOptions } from '../goals/statement-options.ts';
import { dialogueCrumbs } from './dialogue-words.ts';
import { texts } from './texts.ts';

/** The form of an insight: the words, and the goal and assignment they are about. */
export function insightFormPage(
  ctx: RequestContext,
  facts: {
    readonly dialogue: Dialogue;
    readonly insight?: ToldInsight;
    readonly goals: readonly Goal[];
    readonly assignments: readonly Pick<Assignment, 'id' | 'title' | 'year'>[];
  },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const { dialogue, insight, goals, assignments } = facts;
  const href = recordAddress('dialogue', dialogue.id);
  const title = insight ? t.changeInsight : t.addInsight;
  return page({
    title,
    width: 'text',
    crumbs: dialogueCrumbs(ctx, dialogue, title),
    body: html`${state.conflict ? bothTexts(ctx, { state, fields: [{ name: 'insight', label: t.insight, saved: insight?.insight ?? '' }] }) : null}${form(
      ctx,
      {
        action: insight ? `${href}/lardomar/${insight.id}` : `${href}/lardomar/ny`,
        submit: t.save,
        state,
        ...(insight && { version: insight.version }),
        cancel: { href },
        body: html`${choices(ctx, {
          kind: 'radio',
          name: 'kind',
          legend: t.kind,
          options: insightKindCodes.map((value) => ({ value, text: insightKinds[value][ctx.language] })),
          state,
        })}
${field(ctx, { kind: 'textarea', rows: 3, name: 'insight', label: t.insight, hint: t.insightHint, state })}
${field(ctx, { kind: 'textarea', rows: 3, name: 'answer', label: t.answer, hint: t.answerHint, optional: true, state })}
${field(ctx, {
  kind: 'select',
  name: 'goalStatementId',
  label: t.statement,
  hint: t.statementHint,
  empty: t.noStatement,
  optional: true,
  options: statementOptions(goals),
  state,
})}
${field(ctx, {
  kind: 'select',
  name: 'assignmentId',
  label: t.assignment,
  empty: t.noAssignment,
  optional: true,
  options: assignments.map(({ id, title: name, year }) => ({ value: id, text: `${year}: ${name}` })),
  state,
})}`,
      },
    )}`,
  });
}

/** The form of what an insight changed: a sentence and the one record in which it shows. */
export function changeFormPage(
  ctx: RequestContext,
  facts: {
    readonly dialogue: Dialogue;
    readonly insight: ToldInsight;
    readonly documents: readonly GoalDocument[];
    readonly plans: readonly Plan[];
    readonly decisions: readonly Pick<Decision, 'id' | 'title'>[];
  },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const { dialogue, insight, documents, plans, decisions } = facts;
  const href = recordAddress('dialogue', dialogue.id);
  const pick = (name: string, label: string, records: readonly { readonly id: string; readonly title: string }[]) =>
    field(ctx, {
      kind: 'select',
      name,
      label,
      empty: t.noneChosen,
      optional: true,
      options: records.map(({ id, title }) => ({ value: id, text: title })),
      state,
    });
  return page({
    title: t.noteChange,
    width: 'text',
    crumbs: dialogueCrumbs(ctx, dialogue, t.noteChange),
    body: html`<blockquote lang="sv"><p>${insight.insight}</p></blockquote>${form(ctx, {
      action: `${href}/lardomar/${insight.id}/andring`,
      submit: t.save,
      state,
      cancel: { href },
      body: html`${field(ctx, { kind: 'textarea', rows: 2, name: 'sentence', label: t.sentence, hint: t.sentenceHint, state })}
${group(t.where, html`<p class="field-hint">${t.whereHint}</p>${pick('goalDocumentId', t.goalDocument, documents)}${pick('planId', t.plan, plans)}${pick('decisionId', t.decision, decisions)}`)}`,
    })}`,
  });
}
