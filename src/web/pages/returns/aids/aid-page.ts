import { printedCode } from '../../../../domain/forms/index.ts';
import { card } from '../../../components/card/card.ts';
import { errorSummary } from '../../../components/error-summary/error-summary.ts';
import { field } from '../../../components/field/field.ts';
import { choices, tickBox } from '../../../components/fieldset/fieldset.ts';
import { form } from '../../../components/form/form.ts';
import { questionId } from '../../../components/form-question/question-fields.ts';
import { shownAnswer } from '../../../components/form-question/shown-answer.ts';
import { notice } from '../../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { questionPath, reportPath, sectionPath } from '../work/report-address.ts';
import { aidPath, warningsPath } from './aid-address.ts';
import { type AidFacts, mayChange, maySettle } from './aid-facts.ts';
import { aidTexts } from './aid-texts.ts';
import { draftView } from './draft-view.ts';
import { lastYearView } from './last-year-view.ts';
import { passageView } from './passage-view.ts';
import { sourceViews, toAnswer } from './source-views.ts';
import { warningLists, warningText } from './warning-lines.ts';

/** Which remark or passage is being given its reason, and the form that was refused. */
export type AidPageState = {
  readonly warning?: string | undefined;
  readonly keeping?: string | undefined;
  readonly sent?: { readonly of: 'sources' | 'draft' | 'passage' | 'method' | 'warning'; readonly state: FormState };
};

/** What one answer rests on: remarks, what the register would answer, what was taken from it, last year, and the sources. */
export function aidPage(ctx: RequestContext, facts: AidFacts, shown: AidPageState = {}): Page {
  const t = aidTexts[ctx.language];
  const { report, question, own, aid } = facts;
  const code = printedCode(question.code);
  const open = mayChange(ctx, facts);
  const settles = maySettle(ctx, facts);
  const stateOf = (form: NonNullable<AidPageState['sent']>['of']) =>
    shown.sent?.of === form ? shown.sent.state : undefined;
  const writing = `${sectionPath(report.id, own.section.code)}#${questionId(question.code)}`;
  return page({
    title: t.title(code),
    crumbs: [
      { text: `${report.title} ${report.year}`, href: reportPath(report.id) },
      { text: own.title, href: sectionPath(report.id, own.section.code) },
      { text: t.question(code), href: questionPath(report.id, question.code) },
      { text: t.short },
    ],
    lead: html`<span lang="sv">${question.text}</span>`,
    body: html`${shown.sent?.of === 'sources' ? errorSummary(ctx, shown.sent.state, { sources: t.sources, found: t.found }) : null}${open ? null : notice(ctx, { tone: 'info', body: t.closed })}
<section aria-labelledby="anmarkningar"><h2 id="anmarkningar">${t.warnings}</h2>${warningLists(ctx, aid.warnings, {
      reportId: report.id,
      named: false,
      maySettle: () => settles,
    })}${settling(ctx, facts, settles, shown.warning, stateOf('warning'))}</section>
${draftView(ctx, facts, open, stateOf('draft'))}${passageView(ctx, facts, open, shown.keeping, stateOf('passage'))}${lastYear(ctx, facts)}${method(ctx, facts, open, stateOf('method'))}${sourceViews(ctx, facts, open, stateOf('sources'))}`,
    aside: html`${card({
      title: t.answerNow,
      body: html`${shownAnswer(ctx, question, report.response.answers[question.code])}<p>${toAnswer(ctx, writing)}</p>${quotedIn(ctx, facts)}<p><a href="${warningsPath(report.id)}">${t.toWarnings(0)}</a></p>`,
    })}`,
  });
}

function quotedIn(ctx: RequestContext, { report, aid }: AidFacts): Content {
  if (aid.quotedIn.length === 0) return null;
  const t = aidTexts[ctx.language];
  return html`<p>${t.quotedIn} ${aid.quotedIn.map((code, index) => html`${index > 0 ? ', ' : null}<a href="${aidPath(report.id, code)}">${t.question(printedCode(code))}</a>`)}</p>`;
}

function settling(ctx: RequestContext, facts: AidFacts, open: boolean, key?: string, state?: FormState): Content {
  const t = aidTexts[ctx.language];
  const warning = facts.aid.warnings.find((one) => one.key === key);
  if (!open || !warning) return null;
  return html`<h3 id="lamna">${t.settleTitle}</h3><p>${warningText(ctx, warning)}</p>${form(ctx, {
    action: `${aidPath(facts.report.id, facts.question.code)}/anmarkning?${new URLSearchParams({ anm: warning.key })}`,
    submit: t.settleSubmit,
    ...(state && { state }),
    body: html`<input type="hidden" name="key" value="${warning.key}">${field(ctx, { kind: 'text', name: 'reason', label: t.reason, hint: t.reasonHint, state: state ?? freshForm() })}`,
  })}`;
}

function lastYear(ctx: RequestContext, { aid, question }: AidFacts): Html | null {
  if (!aid.lastYear) return null;
  const title = aidTexts[ctx.language].lastYear(String(aid.lastYear.year));
  return html`<section aria-labelledby="forra-aret"><h2 id="forra-aret">${title}</h2>${lastYearView(ctx, aid.lastYear, question.answer.kind === 'percent')}</section>`;
}

function method(ctx: RequestContext, { aid, question, report }: AidFacts, open: boolean, state?: FormState): Content {
  if (!aid.method) return null;
  const t = aidTexts[ctx.language];
  const { year, said } = aid.method;
  const told =
    said &&
    html`<p>${said.unchanged ? t.unchanged : t.changed}${said.note ? html`: <span lang="sv">${said.note}</span>` : null} <span class="soft">${t.methodSaid(said.by, ctx.format.instant(said.at))}</span></p>`;
  const shown = state ?? freshForm(said ? { unchanged: said.unchanged ? 'ja' : 'nej', note: said.note ?? '' } : {});
  return html`<section aria-labelledby="metod"><h2 id="metod">${t.method}</h2>${told}${
    open
      ? form(ctx, {
          action: `${aidPath(report.id, question.code)}/metod`,
          submit: t.methodSubmit,
          variant: 'secondary',
          version: report.response.answers[question.code]?.version ?? 0,
          ...(state && { state }),
          body: html`<input type="hidden" name="since" value="${year}">${choices(ctx, {
            kind: 'radio',
            name: 'unchanged',
            legend: t.methodQuestion(String(year)),
            state: shown,
            options: [
              { value: 'ja', text: t.unchanged },
              { value: 'nej', text: t.changed },
            ],
          })}${field(ctx, { kind: 'text', name: 'note', label: t.methodNote, hint: t.methodNoteHint, optional: true, state: shown })}${
            question.commentLabel === null ? null : tickBox({ name: 'tell', label: t.methodTell, state: shown })
          }`,
        })
      : null
  }</section>`;
}
