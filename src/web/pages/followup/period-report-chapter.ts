import {
  type Chapter,
  chapterChanges,
  chapterSentences,
  isOutdated,
  type PeriodReport,
  periodChapters,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { postButton } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { notice } from '../../components/notice/notice.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { periodReportAddress } from './period-report-address.ts';
import { periodReportTexts } from './period-report-texts.ts';

/** A chapter: each sentence with the records that prove it, and what the register says otherwise now. */
export function chapterCard(ctx: RequestContext, report: PeriodReport, chapter: Chapter, mayEdit: boolean): Html {
  const t = periodReportTexts[ctx.language];
  const name = periodChapters[chapter.chapter][ctx.language];
  const edit = mayEdit
    ? html`<a href="${periodReportAddress(report.id, `kapitel/${chapter.chapter}`)}">${t.edit}<span class="sr-only"> ${name}</span></a>`
    : null;
  const sentences = chapterSentences(chapter);
  return card({
    id: `kapitel-${chapter.chapter}`,
    level: 3,
    title: name,
    body: html`<p>${tag(chapter.edited ? { text: t.editedTag, tone: 'info' } : { text: t.draftedTag, tone: 'neutral' })} ${edit}</p>
${
  sentences.length === 0
    ? html`<p class="soft">${t.empty}</p>`
    : html`<ul>${sentences.map((one) => html`<li><span lang="sv">${one.text}</span> ${proof(ctx, one.sources)}</li>`)}</ul>`
}${changes(ctx, chapter)}`,
  });
}

/** How many proofs shown at once; the rest are behind the same fold, because a count of all assignments rests on all of them. */
function proof(ctx: RequestContext, sources: Chapter['draft'][number]['sources']): Content {
  const t = periodReportTexts[ctx.language];
  if (sources.length === 0) return tag({ text: t.unproven, tone: 'late' });
  const links = sources.map(
    ({ noun, id, label }, index) =>
      html`${index > 0 ? ', ' : null}<a href="${recordAddress(noun, id)}" lang="sv">${label}</a>`,
  );
  return sources.length <= 3
    ? html`<span class="soft">(${links})</span>`
    : help({ summary: t.sources(sources.length), body: html`<p>${links}</p>` });
}

/** What the register says now that the draft did not, and the other way round. */
function changes(ctx: RequestContext, chapter: Chapter): Content {
  if (!isOutdated(chapter)) return null;
  const t = periodReportTexts[ctx.language];
  const { gone, added } = chapterChanges(chapter);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? null : html`<p>${title}:</p><ul lang="sv">${lines.map((one) => html`<li>${one}</li>`)}</ul>`;
  return notice(ctx, {
    tone: 'warning',
    title: t.changedTitle,
    body: html`${list(t.gone, gone)}${list(t.added, added)}`,
  });
}

/** What the register says, beside the form in which a person writes, with the way to take it. */
export function draftBeside(ctx: RequestContext, report: PeriodReport, chapter: Chapter): Html {
  const t = periodReportTexts[ctx.language];
  return card({
    title: t.draftTitle,
    body: html`${chapter.draft.length === 0 ? html`<p class="soft">${t.empty}</p>` : html`<ul lang="sv">${chapter.draft.map((one) => html`<li>${one.text}</li>`)}</ul>`}${
      chapter.edited
        ? postButton(ctx, {
            action: periodReportAddress(report.id, `kapitel/${chapter.chapter}/utkast`),
            text: t.takeDraft,
            variant: 'secondary',
            version: chapter.version,
          })
        : null
    }${changes(ctx, chapter)}`,
  });
}
