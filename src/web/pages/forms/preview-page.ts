import { type Answers, askedQuestions, type FormVersion, questionsOf } from '../../../domain/forms/index.ts';
import { button } from '../../components/button/button.ts';
import { hiddenFields } from '../../components/form/form.ts';
import { questionFields } from '../../components/form-question/question-fields.ts';
import { notice } from '../../components/notice/notice.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { formCrumbs, versionPath } from './form-list-page.ts';
import { headingId } from './form-version-page.ts';
import { texts } from './texts.ts';

/**
 * A form as those who answer it meet it. Conditions are settled by the page's script at once, and without script by the button; nothing that is
 * filled in is kept.
 */
export function previewPage(ctx: RequestContext, version: FormVersion, answers: Answers, state?: FormState): Page {
  const t = texts[ctx.language];
  const { structure } = version;
  const asked = new Set(askedQuestions(structure, answers).map(({ code }) => code));
  const hidden = questionsOf(structure).length - asked.size;
  const show = button({ text: t.showFollowing, variant: 'secondary' });
  return page({
    title: t.previewTitle(structure.title),
    width: 'normal',
    script: 'answersScript',
    crumbs: formCrumbs(ctx, version, t.preview),
    body: html`${notice(ctx, { tone: 'info', body: html`<p>${t.previewLead}<noscript> ${hidden > 0 ? t.hiddenCount(hidden) : t.allAsked}</noscript></p>` })}
<form method="post" action="${versionPath(version.id)}/prova" novalidate class="form" data-answers="preview">${hiddenFields(ctx)}${structure.parts.map(
      (part) =>
        html`<section><h2 id="${headingId('part', part.code)}" lang="sv">${part.title}</h2>${part.introduction ? html`<p lang="sv">${part.introduction}</p>` : null}${part.sections.map(
          (section) =>
            html`<section><h3 id="${headingId('section', section.code)}" lang="sv">${section.title}</h3>${section.questions.map(
              (question) =>
                questionFields(ctx, {
                  question,
                  answer: answers[question.code],
                  asked: asked.has(question.code),
                  condition: question.condition,
                  ...(state && { state }),
                }),
            )}</section>`,
        )}</section>`,
    )}<div class="actions">${show}<a class="ds-button" data-variant="tertiary" href="${versionPath(version.id)}">${ctx.t.components.cancel}</a></div></form>`,
  });
}
