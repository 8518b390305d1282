import type { FormResponse } from '../../../domain/forms/index.ts';
import { assessmentTitle, type SelfAssessment } from '../../../domain/selfassessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { form } from '../../components/form/form.ts';
import { fieldsOf } from '../../components/form-question/answer-names.ts';
import { questionFields } from '../../components/form-question/question-fields.ts';
import { shownAnswer } from '../../components/form-question/shown-answer.ts';
import { notice } from '../../components/notice/notice.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { learningCrumbs } from './round-page.ts';
import { texts } from './texts.ts';

/** The form that the units fill in together. What somebody else saved meanwhile stands beside what was typed. */
export function answerPage(
  ctx: RequestContext,
  { assessment, response }: { readonly assessment: SelfAssessment; readonly response: FormResponse },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const { structure } = response.formVersion;
  const here = recordAddress('selfAssessment', assessment.id);
  const questions = structure.parts.flatMap(({ sections }) => sections.flatMap((section) => section.questions));
  const labels = Object.fromEntries(
    questions.flatMap((question) => {
      const names = fieldsOf(question);
      return [
        [names.value, question.text],
        [names.comment, question.commentLabel ?? question.text],
      ];
    }),
  );
  const state = sent && { ...sent, problems: sent.problems.map((problem) => inField(problem)) };
  const changedMeanwhile = (code: string): Content => {
    const question = questions.find((one) => one.code === code)!;
    const typed = Number(sent?.values[fieldsOf(question).version] ?? 0);
    const saved = response.answers[code];
    return sent?.conflict !== undefined && saved && saved.version !== typed
      ? notice(ctx, {
          tone: 'warning',
          title: ctx.t.components.notices.warning,
          body: html`${shownAnswer(ctx, question, saved)}`,
        })
      : null;
  };
  return page({
    title: t.answerTogether,
    crumbs: learningCrumbs(
      ctx,
      { text: String(assessment.round.year), href: recordAddress('assessmentRound', assessment.round.id) },
      { text: assessmentTitle(assessment), href: here },
      { text: t.answerTogether },
    ),
    lead: html`<span lang="sv">${assessmentTitle(assessment)}</span>`,
    body: html`${structure.introduction ? html`<p lang="sv">${structure.introduction}</p>` : null}${form(ctx, {
      action: `${here}/svara`,
      submit: t.saveAnswers,
      ...(state && { state }),
      labels,
      cancel: { href: here },
      body: html`${structure.parts.map(
        (part) =>
          html`<section><h2 lang="sv">${part.title}</h2>${part.introduction ? html`<p lang="sv">${part.introduction}</p>` : null}${part.sections.map(
            (section) =>
              html`<section><h3 lang="sv">${section.title}</h3>${section.questions.map((question) => {
                const saved = response.answers[question.code];
                return questionFields(ctx, {
                  question,
                  answer: saved,
                  version: saved?.version ?? 0,
                  ...(state && { state: withSavedVersion(state, question, saved?.version ?? 0) }),
                  aids: changedMeanwhile(question.code),
                });
              })}</section>`,
          )}</section>`,
      )}`,
    })}`,
  });
}

/** After a conflict the form is sent with the version that has now been seen; what was typed stands. */
function withSavedVersion(state: FormState, question: Parameters<typeof fieldsOf>[0], version: number): FormState {
  if (state.conflict === undefined) return state;
  return { ...state, values: { ...state.values, [fieldsOf(question).version]: String(version) } };
}

/** A rule names an answer by its question; the form by its field. */
function inField<P extends { readonly path: string }>(problem: P): P {
  const [, of, code] = /^(answers|comments)\.([^.]+)$/u.exec(problem.path) ?? [];
  if (!of || !code) return problem;
  const names = fieldsOf({ code });
  return { ...problem, path: of === 'answers' ? names.value : names.comment };
}
