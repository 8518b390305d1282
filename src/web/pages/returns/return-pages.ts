import { may } from '../../../domain/access/index.ts';
import type { SourcePlace } from '../../../domain/matters/index.ts';
import { type FormReturn, isUnknown, type NationalReport, partsOf, readingOf } from '../../../domain/returns/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionCardOfAll } from '../connections/connection-card.ts';
import { followupTabs } from '../followup/followup-tabs.ts';
import { texts as formTexts } from '../forms/texts.ts';
import { sourceDocumentsCard } from '../sources/source-places.ts';
import { answerArticle } from './answer-article.ts';
import { paperCard } from './paper/paper-card.ts';
import { texts } from './texts.ts';
import { workPath } from './work/report-address.ts';
import { readyCount, reportTag } from './work/report-page.ts';
import { workTexts } from './work/work-texts.ts';

/** The returns that are worked on here with how far they have come, and those that were read in with how many of their answers are known. */
export function returnListPage(
  ctx: RequestContext,
  own: readonly NationalReport[],
  returns: readonly FormReturn[],
): Page {
  const t = texts[ctx.language];
  const w = workTexts[ctx.language];
  return page({
    title: t.room,
    lead: t.lead,
    body: html`${followupTabs(ctx, 'returns')}${ownReports(ctx, own)}<h2>${w.readIn}</h2>${
      returns.length === 0
        ? emptyState({ title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in' }) })
        : table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'title', text: t.formReturn },
              { key: 'year', text: t.year, kind: 'date' },
              { key: 'questions', text: t.questions, kind: 'number' },
              { key: 'answered', text: t.answered, kind: 'number' },
              { key: 'unknown', text: t.unknown, kind: 'number' },
            ],
            rows: returns.map((one) => {
              const { answered, unknown } = counts(one);
              return {
                title: html`<a href="${recordAddress('formReturn', one.id)}" lang="sv">${one.title}</a>`,
                year: one.year,
                questions: ctx.format.number(one.answers.length),
                answered: ctx.format.number(answered),
                unknown: unknown > 0 ? tag({ text: ctx.format.number(unknown), tone: 'unknown' }) : '0',
              };
            }),
          })
    }`,
  });
}

function ownReports(ctx: RequestContext, own: readonly NationalReport[]): Html {
  const t = workTexts[ctx.language];
  const mayStart = ctx.actor !== undefined && may(ctx.actor, 'return.edit');
  return html`<h2>${t.own}</h2>${
    own.length === 0
      ? html`<p class="soft">${t.ownNone}</p>`
      : table(ctx, {
          caption: t.own,
          captionHidden: true,
          columns: [
            { key: 'title', text: t.report },
            { key: 'year', text: t.year, kind: 'date' },
            { key: 'dueOn', text: t.dueOn, kind: 'date' },
            { key: 'ready', text: t.sectionsReady, kind: 'number' },
            { key: 'state', text: t.state },
          ],
          rows: own.map((one) => ({
            title: html`<a href="${recordAddress('nationalReport', one.id)}" lang="sv">${one.title}</a>`,
            year: one.year,
            dueOn: ctx.format.shortDate(one.dueOn),
            ready: readyCount(ctx, one.sections),
            state: reportTag(ctx, one.state),
          })),
        })
  }<div class="actions">${mayStart ? linkButton({ text: t.start, href: `${workPath}/ny`, variant: 'secondary' }) : null}<a href="/formular">${formTexts[ctx.language].title}</a></div>`;
}

export type ReturnFacts = {
  readonly formReturn: FormReturn;
  readonly connections: ConnectionsOf;
  readonly places: readonly SourcePlace[];
  /** The returns that are worked on here and that the paper is of the form of. */
  readonly reports: readonly NationalReport[];
};

/** One return as it was answered: by part and section, with a table of contents. On paper it is the whole form. */
export function returnPage(ctx: RequestContext, facts: ReturnFacts): Page {
  const t = texts[ctx.language];
  const { formReturn, connections, places, reports } = facts;
  const { answered, unknown, inferred } = counts(formReturn);
  const parts = partsOf(formReturn.answers);
  return page({
    title: formReturn.title,
    ownHeading: true,
    crumbs: [
      { text: t.room, href: '/uppfoljning' },
      { text: t.title, href: '/redovisningar' },
      { text: String(formReturn.year) },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${formReturn.title}</h1><div class="page-lead"><span>${formReturn.year}</span>${formReturn.organisation ? html`<span lang="sv">${formReturn.organisation}</span>` : null}</div></div>
${unknown > 0 ? notice(ctx, { tone: 'warning', title: t.unknownNotice(unknown), body: t.unknownBody }) : null}
<nav aria-labelledby="innehall"><h2 id="innehall">${t.contents}</h2>${contents(ctx, facts)}</nav>
${parts.map(
  (part, partIndex) =>
    html`<section id="${partId(partIndex)}">${part.title ? html`<h2 lang="sv">${part.title}</h2>` : html`<h2>${t.questions}</h2>`}
${part.sections.map(
  (section, index) =>
    html`<section id="${sectionId(partIndex, index)}">${section.title ? html`<h3 lang="sv">${section.title}</h3>` : html`<h3>${t.withoutSection}</h3>`}${section.answers.map((answer) => answerArticle(ctx, facts, answer))}</section>`,
)}</section>`,
)}`,
    aside: html`${card({
      title: t.facts,
      body: summaryList(
        [
          {
            term: t.organisation,
            value: formReturn.organisation && html`<span lang="sv">${formReturn.organisation}</span>`,
          },
          { term: t.year, value: formReturn.year },
          { term: t.questions, value: ctx.format.number(formReturn.answers.length) },
          { term: t.answered, value: ctx.format.number(answered) },
          { term: t.inferred, value: ctx.format.number(inferred) },
          { term: t.unknown, value: ctx.format.number(unknown) },
        ],
        { compact: true },
      ),
    })}${paperCard(ctx, formReturn, reports)}${connectionCardOfAll(ctx, connections)}${sourceDocumentsCard(ctx, places)}`,
  });
}

function contents(ctx: RequestContext, { formReturn }: ReturnFacts): Html {
  const t = texts[ctx.language];
  return html`${partsOf(formReturn.answers).map(
    (part, partIndex) =>
      html`${part.title ? html`<h3><a href="#${partId(partIndex)}" lang="sv">${part.title}</a></h3>` : null}${linkList(
        part.sections.map((section, index) => ({
          title: section.title ? html`<span lang="sv">${section.title}</span>` : t.withoutSection,
          href: `#${sectionId(partIndex, index)}`,
          note: t.questionCount(section.answers.length),
        })),
      )}`,
  )}`;
}

function partId(index: number): string {
  return `del-${index + 1}`;
}

function sectionId(part: number, index: number): string {
  return `${partId(part)}-${index + 1}`;
}

function counts({ answers }: FormReturn) {
  return {
    answered: answers.filter((one) => one.answer !== null || (one.matrix !== null && !isUnknown(one))).length,
    unknown: answers.filter(isUnknown).length,
    inferred: answers.filter((one) => readingOf(one) === 'inferred').length,
  };
}
