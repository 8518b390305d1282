import { type ClaimToSettle, claimFindingKinds, claimsToSettle, type Report } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { postButton } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { notice } from '../../components/notice/notice.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { claimTexts } from './claim-texts.ts';
import { entryHref, offers } from './report-view.ts';

/** Where on the page of a report its remarks are listed. */
export const remarksAnchor = 'anmarkningar';

/** What should be looked at before the report is decided, the gravest first, each with the way to its sentence; then what is settled. */
export function claimRemarks(ctx: RequestContext, report: Report): Html {
  const t = claimTexts[ctx.language];
  const all = claimsToSettle(report, ctx.services.runtime.today());
  const grave = all.filter((one) => one.severity === 'serious' && one.settled === null);
  const notes = all.filter((one) => one.severity === 'note');
  const settled = all.filter((one) => one.settled !== null);
  const list = (remarks: readonly ClaimToSettle[]): Html =>
    html`<ul class="desk-unused">${remarks.map((one) => remark(ctx, report, one))}</ul>`;
  const body = html`${grave.length > 0 ? list(grave) : html`<p>${t.remarksNone}</p>`}
${settled.length > 0 ? help({ summary: t.settledTitle(settled.length), body: list(settled) }) : null}
${notes.length > 0 ? help({ summary: t.notesTitle(notes.length), body: list(notes) }) : null}`;
  return html`<section aria-labelledby="${remarksAnchor}"><h2 id="${remarksAnchor}">${t.remarksTitle}</h2>${
    grave.length > 0
      ? notice(ctx, { tone: 'warning', title: t.remarksLeft(grave.length), body })
      : notice(ctx, { tone: 'success', body })
  }</section>`;
}

function remark(ctx: RequestContext, report: Report, one: ClaimToSettle): Html {
  const mayEdit = ctx.actor !== undefined && offers(ctx.actor, report, 'edit');
  return html`<li>${remarkLine(ctx, report, one)}${mayEdit ? act(ctx, report, one) : null}</li>`;
}

/** One remark: its kind, the way to the answer, what the register has to say, and the sentence. */
export function remarkLine(ctx: RequestContext, report: Pick<Report, 'id'>, one: ClaimToSettle): Html {
  const t = claimTexts[ctx.language];
  const href = recordAddress('reportEntry', one.entryId, report.id);
  const number = one.number === null ? `(${one.position})` : String(one.number);
  const sentence = one.claim ? html` <span lang="sv">”${one.claim.text}”</span>` : null;
  return html`${tag({ text: claimFindingKinds[one.kind][ctx.language], tone: toneOf(one) })}
<a href="${href}">${t.inAnswer(number)}</a>: ${remarkText(ctx, one)}${sentence}
${one.settled ? html`<br><span class="soft">${t.settledBy(one.settled.by, ctx.format.date(one.settled.on), one.settled.reason)}</span>` : null}`;
}

/** What is planned is no fault: who says so is told to look again when the day has come. */
function toneOf(one: ClaimToSettle): TagTone {
  if (one.severity === 'note' || one.settled) return 'neutral';
  return one.kind === 'futureMeeting' ? 'part' : 'late';
}

function act(ctx: RequestContext, report: Report, one: ClaimToSettle): Content {
  const t = claimTexts[ctx.language];
  if (one.claim === null || one.severity === 'note') return null;
  const entry = { id: one.entryId };
  if (one.settled)
    return postButton(ctx, {
      action: `${entryHref(report, entry)}/anmarkning/ta-tillbaka`,
      text: t.unsettle,
      variant: 'quiet',
      about: t.settleAbout(one.claim.text),
      fields: { claimHash: one.claim.hash },
    });
  return html` <a href="${settleHref(report, entry, one.claim.hash)}">${t.settle}<span class="sr-only"> ${t.settleAbout(one.claim.text)}</span></a>`;
}

/** The page on which a sentence is left as it is, with a reason. */
export function settleHref(report: Pick<Report, 'id'>, entry: { readonly id: string }, hash: string): string {
  return `${entryHref(report, entry as Parameters<typeof entryHref>[1])}/anmarkning?${new URLSearchParams({ mening: hash })}`;
}

/** What the register has to say, in a sentence. */
export function remarkText(
  ctx: RequestContext,
  one: Pick<ClaimToSettle, 'kind' | 'date' | 'bodyName' | 'figure'>,
): string {
  const t = claimTexts[ctx.language];
  const date = one.date === null ? '' : one.date.length === 10 ? ctx.format.date(one.date) : one.date;
  const body = one.bodyName ?? '';
  switch (one.kind) {
    case 'missingMeeting':
      return t.missingMeeting(body, date);
    case 'futureMeeting':
      return t.futureMeeting(date);
    case 'onlyFromReport':
      return t.onlyFromReport(body, date);
    case 'figureDiffers':
      return one.figure ? figureText(ctx, one.figure) : claimFindingKinds.figureDiffers[ctx.language];
    case 'sourceGone':
      return t.sourceGone;
    case 'quotationChanged':
      return t.quotationChanged;
    case 'unsupported':
      return t.unsupported;
  }
}

function figureText(ctx: RequestContext, figure: NonNullable<ClaimToSettle['figure']>): string {
  const t = claimTexts[ctx.language];
  const { stated, inSeries, difference, indicatorName, asOf, unit } = figure;
  // "st" and "antal" only say that something is counted.
  const counted = /^(?:st|antal|count)$/iu.test(unit.trim()) ? '' : ` ${unit}`;
  const number = (value: number): string => ctx.format.number(value, Number.isInteger(value) ? 0 : 1);
  if (figure.of === 'change') return t.changeDiffers(`${number(stated)} %`, `${number(inSeries)} %`, indicatorName);
  return t.figureDiffers(
    `${number(stated)}${counted}`,
    `${number(inSeries)}${counted}`,
    indicatorName,
    asOf ?? '',
    number(difference),
  );
}
