import { type AnswerDraft, answerWords, sourceKeyText } from '../../../../domain/returns/index.ts';
import { choices, tickBox } from '../../../components/fieldset/fieldset.ts';
import { form } from '../../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { aidPath } from './aid-address.ts';
import type { AidFacts } from './aid-facts.ts';
import { aidTexts } from './aid-texts.ts';
import { evidenceLinks } from './source-views.ts';

/** What the register would answer, and the form that takes it over. */
export function draftView(ctx: RequestContext, facts: AidFacts, open: boolean, state?: FormState): Html {
  const t = aidTexts[ctx.language];
  const { draft, bound } = facts.aid;
  return html`<section aria-labelledby="forslag"><h2 id="forslag">${t.draft}</h2>${
    draft
      ? drafted(ctx, facts, draft, open, state)
      : html`<p class="soft">${bound.length > 0 ? t.draftNothing : t.draftNone}</p>`
  }</section>`;
}

function drafted(ctx: RequestContext, facts: AidFacts, draft: AnswerDraft, open: boolean, state?: FormState): Html {
  const t = aidTexts[ctx.language];
  const { report, question } = facts;
  const { suggested, passages, into } = draft;
  const takesPassages = into !== 'nowhere' && passages.length > 0;
  const told = html`${
    suggested
      ? html`<p>${t.because} <span lang="sv">${suggested.because}</span> ${evidenceLinks(ctx, facts, suggested.evidence)}</p>`
      : null
  }`;
  const kept = report.response.answers[question.code];
  // What stands in the answer already is not ticked again.
  const standing = new Set(facts.aid.passages.filter((one) => one.state !== 'changed').map(sourceKeyText));
  const chosen = { passages: passages.map(sourceKeyText).filter((key) => !standing.has(key)) };
  if (!open || (!suggested && !takesPassages)) return html`${told}${proven(ctx, facts, draft, t.passagesNowhere)}`;
  const shown = state ?? freshForm(chosen);
  return html`<p class="soft">${t.draftHelp}</p>${form(ctx, {
    action: `${aidPath(report.id, question.code)}/forslag`,
    submit: t.take,
    version: kept?.version ?? 0,
    ...(state && { state }),
    body: html`${told}${
      suggested
        ? tickBox({ name: 'value', label: t.suggest(answerWords(question.answer, suggested.value)), state: shown })
        : null
    }${
      takesPassages
        ? choices(ctx, {
            kind: 'checkbox',
            name: 'passages',
            legend: into === 'text' ? t.passages : t.passagesComment,
            state: shown,
            options: passages.map((one) => ({ value: sourceKeyText(one), text: one.text })),
          })
        : null
    }`,
  })}${takesPassages ? evidenceOf(ctx, facts, draft) : proven(ctx, facts, draft, t.passagesNowhere)}`;
}

/** What each passage rests on, below the form in which they are ticked. */
function evidenceOf(ctx: RequestContext, facts: AidFacts, { passages }: AnswerDraft): Content {
  return html`<ul>${passages.map(({ evidence }) => html`<li>${evidenceLinks(ctx, facts, evidence)}</li>`)}</ul>`;
}

function proven(ctx: RequestContext, facts: AidFacts, { passages }: AnswerDraft, title: string): Content {
  if (passages.length === 0) return null;
  return html`<h3>${title}</h3>${passages.map(
    ({ text, evidence }) =>
      html`<blockquote lang="sv">${text}</blockquote><p>${evidenceLinks(ctx, facts, evidence)}</p>`,
  )}`;
}
