import type { Goal } from '../../../domain/goals/index.ts';
import {
  type Poll,
  type PollQuestion,
  pollQuestionKindCodes,
  pollQuestionKinds,
  usualEndLabels,
} from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { statementOptions } from '../goals/statement-options.ts';
import { pollCrumbs } from './poll-words.ts';
import { texts } from './texts.ts';

/** The form of one question of a poll. A statement can be asked with the very words of a goal. */
export function questionFormPage(
  ctx: RequestContext,
  { poll, question, goals }: { readonly poll: Poll; readonly question?: PollQuestion; readonly goals: readonly Goal[] },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const title = question ? t.changeQuestion : t.addQuestion;
  const href = recordAddress('poll', poll.id);
  return page({
    title,
    width: 'text',
    crumbs: pollCrumbs(ctx, poll, title),
    body: html`${state.conflict ? bothTexts(ctx, { state, fields: [{ name: 'prompt', label: t.prompt, saved: question?.prompt ?? '' }] }) : null}${form(
      ctx,
      {
        action: question ? `${href}/fragor/${question.id}` : `${href}/fragor/ny`,
        submit: t.save,
        state,
        version: poll.version,
        cancel: { href },
        body: html`${choices(ctx, {
          kind: 'radio',
          name: 'kind',
          legend: t.kind,
          options: pollQuestionKindCodes.map((value) => ({ value, text: pollQuestionKinds[value][ctx.language] })),
          state,
        })}
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
${field(ctx, { kind: 'textarea', rows: 2, name: 'prompt', label: t.prompt, hint: t.promptHint, state })}
${field(ctx, { name: 'lowLabel', label: t.lowLabel, hint: t.scaleHint(usualEndLabels.low), optional: true, state })}
${field(ctx, { name: 'highLabel', label: t.highLabel, hint: t.scaleHint(usualEndLabels.high), optional: true, state })}
${field(ctx, { kind: 'textarea', rows: 4, name: 'options', label: t.options, hint: t.optionsHint, optional: true, state })}`,
      },
    )}`,
  });
}
