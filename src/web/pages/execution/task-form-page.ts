import type { Decision } from '../../../domain/decisions/index.ts';
import type { DecisionTask } from '../../../domain/execution/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

export type TaskFormFacts = {
  readonly decision: Decision;
  readonly bodies: readonly Body[];
  /** The task that is changed; a new one without. */
  readonly task?: DecisionTask;
};

/** The form of a task: what is to be done because of which clause, by whom and by when. */
export function taskFormPage(ctx: RequestContext, { decision, bodies, task }: TaskFormFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const decisionHref = recordAddress('decision', decision.id);
  const title = task ? t.change : t.addTitle;
  const back = task ? recordAddress('decisionTask', task.id) : decisionHref;
  return page({
    title,
    crumbs: [{ text: decision.title, href: decisionHref }, { text: title }],
    lead: html`<span lang="sv">${decision.title}</span>`,
    body: form(ctx, {
      action: task ? `${back}/andra` : `${back}/uppgift`,
      submit: task ? t.save : t.add,
      state,
      ...(task && { version: task.version }),
      cancel: { href: back },
      body: html`${field(ctx, { kind: 'textarea', name: 'task', label: t.task, hint: t.taskHint, rows: 2, state })}${field(
        ctx,
        {
          kind: 'select',
          name: 'clause',
          label: t.clause,
          empty: t.wholeDecision,
          options: decision.clauses.map((clause, index) => ({
            value: String(index + 1),
            text: `${index + 1}. ${clause.length > 90 ? `${clause.slice(0, 89)}…` : clause}`,
          })),
          optional: true,
          state,
        },
      )}${field(ctx, { name: 'responsible', label: t.responsible, hint: t.responsibleHint, optional: true, state })}${field(
        ctx,
        {
          kind: 'select',
          name: 'responsibleBodyId',
          label: t.responsibleBody,
          options: bodies.map(({ id, name }) => ({ value: id, text: name })),
          optional: true,
          state,
        },
      )}${field(ctx, { kind: 'date', name: 'dueOn', label: t.due, optional: true, state })}`,
    }),
  });
}
