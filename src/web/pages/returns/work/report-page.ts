import {
  type NationalReportState,
  nationalReportMay,
  nationalReportStates,
  type SectionProgress,
} from '../../../../domain/returns/index.ts';
import { linkButton } from '../../../components/button/button.ts';
import { card } from '../../../components/card/card.ts';
import { errorSummary } from '../../../components/error-summary/error-summary.ts';
import { postButton } from '../../../components/form/form.ts';
import { steps } from '../../../components/steps/steps.ts';
import { summaryList } from '../../../components/summary-list/summary-list.ts';
import { table } from '../../../components/table/table.ts';
import { type TagTone, tag } from '../../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { warningsPath } from '../aids/aid-address.ts';
import { aidTexts } from '../aids/aid-texts.ts';
import { giveOutPath, questionPath, reportPath, reviewPath, sectionPath } from './report-address.ts';
import {
  answeredBar,
  answers,
  daysLate,
  keeps,
  type ReportFacts,
  sectionTag,
  type WholeFacts,
} from './report-facts.ts';
import { workTexts } from './work-texts.ts';

const tones = {
  answering: 'part',
  review: 'info',
  ready: 'info',
  approved: 'ok',
  sentIn: 'ok',
} as const satisfies Record<NationalReportState, TagTone>;

/** The state of a return in a word and a shape. */
export function reportTag(ctx: RequestContext, state: NationalReportState): Html {
  return tag({ text: nationalReportStates[state][ctx.language], tone: tones[state] });
}

/** The return as it is worked on: who has which section until when, how far it has come, what is missing, and what can be done with the whole. */
export function reportPage(ctx: RequestContext, facts: WholeFacts, state?: FormState): Page {
  const t = workTexts[ctx.language];
  const { report, progress } = facts;
  return page({
    title: `${report.title} ${report.year}`,
    width: 'wide',
    crumbs: [
      { text: t.followup, href: '/uppfoljning' },
      { text: t.returns, href: '/redovisningar' },
      { text: String(report.year) },
    ],
    lead: html`${reportTag(ctx, report.state)} ${t.dueOn} ${ctx.format.date(report.dueOn)}`,
    body: html`${state ? errorSummary(ctx, state) : null}${stepsOf(ctx, report.state)}
<section aria-labelledby="framdrift"><h2 id="framdrift">${t.progress}</h2>${answeredBar(ctx, progress)}${tasks(ctx, facts)}</section>
${facts.actions(ctx)}
${partsOf(progress).map(
  ([part, own]) => html`<section><h2 lang="sv">${part}</h2>${sectionTable(ctx, facts, part, own)}</section>`,
)}${missing(ctx, facts)}`,
    aside: card({
      title: t.facts,
      body: summaryList(
        [
          { term: t.state, value: nationalReportStates[report.state][ctx.language] },
          { term: t.decidedBy, value: html`<span lang="sv">${report.body.name}</span>` },
          { term: t.receiver, value: html`<span lang="sv">${report.receiver}</span>` },
          { term: t.dueOn, value: ctx.format.date(report.dueOn) },
          { term: t.form, value: formLink(ctx, facts) },
          { term: t.sectionsReady, value: readyCount(ctx, report.sections) },
          { term: t.startedBy, value: `${report.startedBy}, ${ctx.format.instant(report.startedAt)}` },
        ],
        { compact: true },
      ),
    }),
  });
}

/** "3 av 11". */
export function readyCount(ctx: RequestContext, sections: ReportFacts['report']['sections']): string {
  const ready = sections.filter((one) => one.state === 'ready').length;
  return workTexts[ctx.language].of(ctx.format.number(ready), ctx.format.number(sections.length));
}

function formLink(ctx: RequestContext, { report }: ReportFacts): Html {
  const { form, year } = report.response.formVersion;
  return html`<span lang="sv">${workTexts[ctx.language].formName(form.title, String(year ?? ''))}</span>`;
}

function stepsOf(ctx: RequestContext, state: NationalReportState): Html {
  const order = Object.keys(nationalReportStates) as NationalReportState[];
  const here = order.indexOf(state);
  return steps(ctx, {
    label: workTexts[ctx.language].steps,
    steps: order.map((one, index) => ({
      text: nationalReportStates[one][ctx.language],
      state: index < here ? 'done' : index === here ? 'now' : 'ahead',
    })),
  });
}

/** What the keeper of the return can do with it now. */
function tasks(ctx: RequestContext, { report, progress }: ReportFacts): Content {
  const t = workTexts[ctx.language];
  const review = html`${linkButton({ text: t.review, href: reviewPath(report.id), variant: 'secondary' })}${linkButton({ text: aidTexts[ctx.language].warningsTitle, href: warningsPath(report.id), variant: 'quiet' })}`;
  if (!keeps(ctx, report)) return html`<div class="actions">${review}</div>`;
  const step = (name: 'sendToReview' | 'markReady' | 'takeBack', variant: 'primary' | 'secondary' | 'quiet') =>
    nationalReportMay(report.state, name)
      ? postButton(ctx, {
          action: `${reportPath(report.id)}/steg`,
          text: t[name],
          variant,
          version: report.version,
          fields: { step: name },
        })
      : null;
  const given = progress.some(({ section }) => section.unit !== null || section.responsible.length > 0);
  const waiting = progress.some(({ section }) => section.state !== 'ready');
  const allReady = !waiting;
  return html`<div class="actions">${
    nationalReportMay(report.state, 'assign')
      ? linkButton({ text: t.giveOut, href: giveOutPath(report.id), variant: given ? 'secondary' : 'primary' })
      : null
  }${step('sendToReview', allReady ? 'primary' : 'secondary')}${step('markReady', 'primary')}${review}${
    nationalReportMay(report.state, 'remind') && given && waiting
      ? postButton(ctx, { action: `${reportPath(report.id)}/paminn`, text: t.remind, variant: 'quiet' })
      : null
  }${step('takeBack', 'quiet')}</div>`;
}

function partsOf(progress: readonly SectionProgress[]): readonly (readonly [string, readonly SectionProgress[]])[] {
  return [...Map.groupBy(progress, ({ part }) => part.title)];
}

function sectionTable(
  ctx: RequestContext,
  { report }: ReportFacts,
  part: string,
  own: readonly SectionProgress[],
): Html {
  const t = workTexts[ctx.language];
  return table(ctx, {
    caption: part,
    captionHidden: true,
    columns: [
      { key: 'section', text: t.section },
      { key: 'responsible', text: t.responsible },
      { key: 'dueOn', text: t.dueOn, kind: 'date' },
      { key: 'answered', text: t.answered, kind: 'number' },
      { key: 'state', text: t.state },
    ],
    rows: own.map((one) => ({
      section: html`<a href="${sectionPath(report.id, one.section.code)}" lang="sv">${one.title}</a>${one.openRemarks > 0 ? html`<br><span class="soft">${t.openRemarks(one.openRemarks)}</span>` : null}`,
      responsible: givenWords(ctx, one),
      dueOn: ctx.format.shortDate(one.section.dueOn),
      answered: t.of(ctx.format.number(one.answered), ctx.format.number(one.asked.length)),
      state: html`${sectionTag(ctx, one)}${answers(ctx, report, one.section) && one.section.state === 'asked' ? html`<br><a href="${sectionPath(report.id, one.section.code)}">${t.answer}<span class="sr-only"> ${one.title}</span></a>` : null}`,
    })),
  });
}

/** To whom a section was given: the unit, the persons, or nobody yet. */
export function givenWords(ctx: RequestContext, { section }: Pick<SectionProgress, 'section'>): Content {
  const t = workTexts[ctx.language];
  const people = section.responsible.map(({ name }) => name);
  if (!section.unit && people.length === 0) return tag({ text: t.nobody, tone: 'unknown' });
  return html`${section.unit ? html`<span lang="sv">${section.unit.name}</span>` : null}${section.unit && people.length > 0 ? html`<br>` : null}${people.length > 0 ? html`<span>${ctx.format.list(people)}</span>` : null}`;
}

/** What stands between the return and its decision: late sections, unanswered questions, open remarks, each with its link. */
function missing(ctx: RequestContext, { report, progress }: ReportFacts): Content {
  const t = workTexts[ctx.language];
  const remarks = report.remarks.filter(({ settled }) => settled === null);
  const late = progress.filter(({ section }) => daysLate(ctx, section) > 0);
  if (remarks.length === 0 && late.length === 0) return null;
  return html`<section aria-labelledby="kvar"><h2 id="kvar">${t.noticed}</h2>${
    late.length > 0
      ? html`<h3>${t.questionsLate}</h3><ul>${late.map((one) => html`<li><a href="${sectionPath(report.id, one.section.code)}" lang="sv">${one.title}</a>: ${t.late(t.days(daysLate(ctx, one.section)))}</li>`)}</ul>`
      : null
  }${
    remarks.length > 0
      ? html`<h3>${t.remarkList}</h3><ul>${remarks.map((one) => html`<li><a href="${questionPath(report.id, one.question)}">${t.questionTitle(one.question)}</a>: <span lang="sv">${one.text}</span> <span class="soft">${one.madeBy}</span></li>`)}</ul>`
      : null
  }</section>`;
}
