import { may } from '../../../../domain/access/index.ts';
import { answerReadings, printedCode, type Question, questionsOf } from '../../../../domain/forms/index.ts';
import type { SourcePlace } from '../../../../domain/matters/index.ts';
import {
  nationalReportMay,
  nationalReportStates,
  type PaperStanding,
  paperStandings,
  paperStandingsOf,
  type ReadPaper,
  stillToAsk,
} from '../../../../domain/returns/index.ts';
import { recordAddress } from '../../../../kernel/record-address.ts';
import { card } from '../../../components/card/card.ts';
import { postButton } from '../../../components/form/form.ts';
import { shownAnswer } from '../../../components/form-question/shown-answer.ts';
import { notice } from '../../../components/notice/notice.ts';
import { summaryList } from '../../../components/summary-list/summary-list.ts';
import { table } from '../../../components/table/table.ts';
import { type TagTone, tag } from '../../../components/tag/tag.ts';
import type { RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { questionPath, reportPath } from '../work/report-address.ts';
import { askSection } from './ask-section.ts';
import { differenceTable } from './difference-table.ts';
import { paperPath } from './paper-address.ts';
import { paperTexts } from './paper-texts.ts';

export type PaperFacts = ReadPaper & { readonly places: readonly SourcePlace[] };

const tones = {
  toTake: 'neutral',
  taken: 'ok',
  agrees: 'ok',
  differs: 'late',
} as const satisfies Record<PaperStanding, TagTone>;

/** What the paper gives a return: what can be taken or was, what must be asked, and what differs. */
export function paperPage(ctx: RequestContext, facts: PaperFacts): Page {
  const t = paperTexts[ctx.language];
  const { report, formReturn, differences } = facts;
  const { structure } = report.response.formVersion;
  const standings = paperStandingsOf(structure, report.response.answers, facts);
  const count = (...wanted: readonly PaperStanding[]) =>
    [...standings.values()].filter((one) => wanted.includes(one)).length;
  const asks = stillToAsk(structure, report.response.answers, facts);
  const open = nationalReportMay(report.state, 'answer');
  const leads = ctx.actor !== undefined && may(ctx.actor, 'return.edit', report.body.id);
  const mayTake = open && leads;
  return page({
    title: t.paperTitle,
    crumbs: [
      { text: t.returns, href: '/redovisningar' },
      { text: `${report.title} ${report.year}`, href: reportPath(report.id) },
      { text: t.paperTitle },
    ],
    lead: html`${t.lead} <a href="${recordAddress('formReturn', formReturn.id)}" lang="sv">${formReturn.title}</a>`,
    body: html`${open ? null : notice(ctx, { tone: 'info', body: t.closed(nationalReportStates[report.state][ctx.language]) })}${
      mayTake && count('toTake') > 0
        ? postButton(ctx, {
            action: paperPath(report.id, formReturn.id),
            text: t.takeCount(count('toTake')),
            variant: 'primary',
          })
        : null
    }
${askSection(ctx, facts, asks, mayTake)}
${differing(ctx, facts, standings, mayTake)}
${known(ctx, facts, standings, new Set(asks.map(({ question }) => question)))}
${
  differences.length === 0
    ? null
    : html`<section aria-labelledby="annat"><h2 id="annat">${t.otherTitle}</h2>${differenceTable(ctx, differences)}</section>`
}`,
    aside: card({
      title: t.facts,
      body: summaryList(
        [
          { term: t.report, value: html`<a href="${reportPath(report.id)}" lang="sv">${report.title}</a>` },
          { term: t.year, value: String(report.year) },
          { term: t.canTake, value: ctx.format.number(count('toTake')) },
          { term: t.taken, value: ctx.format.number(count('taken', 'agrees')) },
          { term: t.differing, value: ctx.format.number(count('differs')) },
          { term: t.asks, value: ctx.format.number(asks.length) },
        ],
        { compact: true },
      ),
    }),
  });
}

/** A link to the question in the return, with its words. */
export function questionLink(ctx: RequestContext, { report }: PaperFacts, question: Question | undefined): Html {
  const t = paperTexts[ctx.language];
  if (!question) return html``;
  return html`<a href="${questionPath(report.id, question.code)}">${t.question(printedCode(question.code))}</a>`;
}

function differing(
  ctx: RequestContext,
  facts: PaperFacts,
  standings: ReadonlyMap<string, PaperStanding>,
  mayTake: boolean,
): Content {
  const t = paperTexts[ctx.language];
  const { report, formReturn, answers } = facts;
  const questions = questionsOf(report.response.formVersion.structure).filter(
    ({ code }) => standings.get(code) === 'differs',
  );
  if (questions.length === 0) return null;
  return html`<section aria-labelledby="skiljer"><h2 id="skiljer">${t.differTitle}</h2><p>${t.differBody}</p>${table(
    ctx,
    {
      caption: t.differTitle,
      captionHidden: true,
      columns: [
        { key: 'question', text: t.questionColumn },
        { key: 'written', text: t.written },
        { key: 'paper', text: t.onPaper },
        { key: 'act', text: t.act },
      ],
      rows: questions.map((question) => {
        const kept = report.response.answers[question.code];
        return {
          question: html`${questionLink(ctx, facts, question)}<br><span lang="sv">${question.text}</span>`,
          written: shownAnswer(ctx, question, kept),
          paper: shownAnswer(ctx, question, answers[question.code]),
          act: mayTake
            ? postButton(ctx, {
                action: `${paperPath(report.id, formReturn.id)}/svar`,
                text: t.takePapers,
                about: t.aboutQuestion(printedCode(question.code)),
                variant: 'secondary',
                version: kept?.version ?? 0,
                fields: { question: question.code },
              })
            : '',
        };
      }),
    },
  )}</section>`;
}

function known(
  ctx: RequestContext,
  facts: PaperFacts,
  standings: ReadonlyMap<string, PaperStanding>,
  asked: ReadonlySet<string>,
): Html {
  const t = paperTexts[ctx.language];
  const questions = new Map(questionsOf(facts.report.response.formVersion.structure).map((one) => [one.code, one]));
  const heading = html`<h2 id="kanda">${t.takenTitle}</h2>`;
  if (facts.taken.length === 0) return html`<section aria-labelledby="kanda">${heading}<p>${t.takenNone}</p></section>`;
  return html`<section aria-labelledby="kanda">${heading}${table(ctx, {
    caption: t.takenCaption,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'question', text: t.questionColumn },
      { key: 'known', text: t.known },
      { key: 'standing', text: t.standing },
    ],
    rows: facts.taken.map(({ question: code, reading, certainty, because }) => {
      const question = questions.get(code);
      const standing = standings.get(code) ?? 'toTake';
      const sure =
        reading === 'inferred' && certainty !== null ? `, ${t.certainty(ctx.format.percent(certainty))}` : '';
      return {
        question: html`${questionLink(ctx, facts, question)} <span lang="sv">${question?.text}</span>`,
        known: html`${answerReadings[reading][ctx.language]}${sure}${asked.has(code) ? html`<br><span class="soft">${t.partly}</span>` : null}${because ? html`<br><span class="soft">${t.because} <span lang="sv">${because}</span></span>` : null}`,
        standing: tag({ text: paperStandings[standing][ctx.language], tone: tones[standing] }),
      };
    }),
  })}</section>`;
}
