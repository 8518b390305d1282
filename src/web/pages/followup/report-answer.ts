import {
  type EntryQuotation,
  hasNote,
  type Report,
  type ReportClaim,
  type ReportEntry,
  sourceLabel,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { evidenceList } from '../../components/evidence-list/evidence-list.ts';
import { answerText, deskAnswer } from '../../components/report-desk/report-desk.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { evidenceInPlace } from './evidence-in-place.ts';
import { quotationButtons } from './quotation-buttons.ts';
import { figurePicture } from './report-figures-page.ts';
import { reportTexts } from './report-texts.ts';
import {
  answerParagraphs,
  entryHref,
  entryNumber,
  entryState,
  evidenceHref,
  noteId,
  offers,
  provingSources,
  sourceKey,
} from './report-view.ts';
import { situationTexts } from './situation-texts.ts';

/** One answer on the desk: its sentences, its quotation, and beside them what proves it, what lacks proof, and what was not used. */
export function reportAnswer(
  ctx: RequestContext,
  report: Report,
  entry: ReportEntry,
  numbers: ReadonlyMap<string, number>,
): Html {
  const t = reportTexts[ctx.language];
  const mayEdit = ctx.actor !== undefined && offers(ctx.actor, report, 'edit');
  const paragraphs = answerParagraphs(ctx, entry, numbers);
  const { id, title } = entry.assignment;
  return deskAnswer({
    id: `svar-${entry.id}`,
    title: html`${entryNumber(entry)}. <a href="${recordAddress('assignment', id)}" lang="sv">${title}</a>`,
    state: tag(entryState(ctx, entry)),
    body: html`${paragraphs.length === 0 ? html`<p class="soft">${t.noAnswer}</p>` : answerText(ctx, paragraphs)}
${entry.quotation ? quotation(ctx, report, entry, entry.quotation, mayEdit) : null}
${report.figures.filter(({ entryId }) => entryId === entry.id).map((figure) => figurePicture(ctx, figure))}
<p class="soft">${entry.edited ? t.editedByPerson : t.drafted}</p>
${mayEdit ? html`<div class="actions">${linkButton({ text: t.edit, href: entryHref(report, entry), variant: 'secondary', about: t.quoteAbout(entryNumber(entry)) })}</div>` : null}`,
    beside: html`${evidenceOf(ctx, entry, numbers)}${entry.claims.map((claim) => missingProof(ctx, report, entry, claim, mayEdit))}${unusedOf(ctx, report, entry, mayEdit)}`,
  });
}

/** The quotation with where it comes from, and both texts when there is a newer one. */
function quotation(
  ctx: RequestContext,
  report: Report,
  entry: ReportEntry,
  quoted: EntryQuotation,
  mayEdit: boolean,
): Html {
  const t = reportTexts[ctx.language];
  const { outdated } = quoted;
  const standing = outdated ? (outdated.kept ? t.quoteKept : t.quoteOutdated) : t.quoteUnchanged;
  const words = html`<blockquote lang="sv">${quoted.text}</blockquote>`;
  const texts =
    outdated && !outdated.kept
      ? sideBySide({
          leftLabel: t.quotedText,
          rightLabel: t.newerText,
          left: html`<p class="soft">${t.quotedText}</p>${words}`,
          right: html`<p class="soft">${t.newerText}</p><blockquote lang="sv">${outdated.text}</blockquote>`,
        })
      : words;
  const source = recordAddress('assessment', quoted.assessmentId);
  return html`<figure class="desk-quote"><figcaption lang="sv">${quoted.label}</figcaption>${texts}<p class="soft"><a href="${source}">${t.quoteFrom(quoted.periodName, quoted.version)}</a> · ${standing}${quoted.carriedFrom ? ` · ${situationTexts[ctx.language].carriedMark(quoted.carriedFrom)}` : null}</p>${mayEdit && outdated && !outdated.kept ? quotationButtons(ctx, report, entry) : null}</figure>`;
}

/** The evidence that stands, by the numbers of the document. */
export function evidenceOf(ctx: RequestContext, entry: ReportEntry, numbers: ReadonlyMap<string, number>): Html {
  const t = reportTexts[ctx.language];
  const sources = [
    ...new Map(entry.claims.flatMap(provingSources).map((source) => [sourceKey(source), source])).values(),
  ];
  const standing = entry.claims.flatMap((claim) => claim.evidence.filter((one) => !one.gone && !hasNote(one)));
  const position = standing.find((one) => one.noun === 'assignmentPosition');
  const list = evidenceList(
    ctx,
    sources.flatMap((source) => {
      const number = numbers.get(sourceKey(source));
      if (number === undefined) return [];
      const href = source.secret ? {} : { href: evidenceHref(source) };
      const detail = evidenceInPlace(ctx, source);
      return [
        { id: noteId(entry, number), number, title: sourceLabel(source), ...href, ...(detail ? { detail } : {}) },
      ];
    }),
  );
  const silent = position
    ? html`<a href="${evidenceHref(position)}">${t.positionProves}</a>`
    : standing.length > 0
      ? t.registerProves
      : t.noEvidence;
  return html`<h4>${t.evidence}</h4>${sources.length > 0 ? html`<div lang="sv">${list}</div>` : html`<p class="soft">${silent}</p>`}`;
}

/** A sentence that nothing proves, or whose source has changed, and what can be done about it. */
export function missingProof(
  ctx: RequestContext,
  report: Report,
  entry: ReportEntry,
  claim: ReportClaim,
  mayEdit: boolean,
): Content {
  const t = reportTexts[ctx.language];
  if (claim.state === 'supported') return null;
  const dates = claim.unprovenDates.map((date) => (date.length === 10 ? ctx.format.date(date) : date));
  const why =
    claim.state === 'sourceGone'
      ? t.sourceGoneBody
      : claim.evidence.length > 0 && dates.length > 0
        ? t.unprovenDates(ctx.format.list(dates))
        : null;
  const attach = `${entryHref(report, entry)}?${new URLSearchParams({ mening: claim.hash })}#koppla`;
  return html`<div class="desk-missing"><p><strong>${claim.state === 'sourceGone' ? t.sourceGone : t.withoutEvidence}</strong></p><p lang="sv">”${claim.text}”</p>${why ? html`<p class="soft">${why}</p>` : null}${mayEdit ? html`<p><a href="${attach}">${t.attach}<span class="sr-only"> ${t.attachTo(claim.text)}</span></a></p>` : null}</div>`;
}

function unusedOf(ctx: RequestContext, report: Report, entry: ReportEntry, mayEdit: boolean): Content {
  const t = reportTexts[ctx.language];
  if (entry.unused.length === 0) return null;
  // An item and its decision are read as one thing: the decision, which says more, stands for both.
  const sources = new Map(entry.unused.map((source) => [sourceLabel(source), source]));
  return html`<h4>${t.unused}</h4><ul class="desk-unused">${[...sources].map(([label, source]) => {
    const add = `${entryHref(report, entry)}?${new URLSearchParams({ kalla: sourceKey(source) })}#koppla`;
    return html`<li><a href="${evidenceHref(source)}" lang="sv">${label}</a>${mayEdit ? html` · <a href="${add}">${t.add}<span class="sr-only"> ${t.addAbout(label)}</span></a>` : null}</li>`;
  })}</ul>`;
}
