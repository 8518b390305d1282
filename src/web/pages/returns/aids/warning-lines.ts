import { printedCode } from '../../../../domain/forms/index.ts';
import { answerWarningKinds, type JudgedWarning } from '../../../../domain/returns/index.ts';
import { fillText } from '../../../../kernel/fill-text.ts';
import type { Id } from '../../../../kernel/id.ts';
import { postButton } from '../../../components/form/form.ts';
import { help } from '../../../components/help/help.ts';
import { notice } from '../../../components/notice/notice.ts';
import { tag } from '../../../components/tag/tag.ts';
import type { RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { aidPath } from './aid-address.ts';
import { aidTexts } from './aid-texts.ts';

/** What a remark says, in a sentence. */
export function warningText(ctx: RequestContext, { kind, values }: JudgedWarning): string {
  return fillText(answerWarningKinds[kind][ctx.language], ctx.language, values);
}

type Where = {
  readonly reportId: Id<'nationalReport'>;
  /** Whether to say which question each remark is about: on a page of many. */
  readonly named: boolean;
  /** The questions whose remarks the reader may settle. */
  readonly maySettle: (code: string) => boolean;
};

/** Remarks: those to look at first, then what is settled and what is good to know, folded away. */
export function warningLists(ctx: RequestContext, warnings: readonly JudgedWarning[], where: Where): Html {
  const t = aidTexts[ctx.language];
  const grave = warnings.filter(({ severity, settled }) => severity === 'serious' && settled === null);
  const settled = warnings.filter((one) => one.settled !== null);
  const notes = warnings.filter((one) => one.severity === 'note' && one.settled === null);
  const list = (all: readonly JudgedWarning[]): Html =>
    html`<ul>${all.map((one) => html`<li>${warningLine(ctx, one, where)}</li>`)}</ul>`;
  const rest = html`${settled.length > 0 ? help({ summary: t.settledList(settled.length), body: list(settled) }) : null}${
    notes.length > 0 ? help({ summary: t.notes(notes.length), body: list(notes), open: grave.length === 0 }) : null
  }`;
  return grave.length > 0
    ? html`${notice(ctx, { tone: 'warning', title: t.warningsLeft(grave.length), body: list(grave) })}${rest}`
    : html`${notice(ctx, { tone: 'success', body: t.warningsNone })}${rest}`;
}

/** One remark in a line, with its state as a word and a shape. */
export function warningTag(ctx: RequestContext, { severity, settled }: JudgedWarning): Html {
  const t = aidTexts[ctx.language];
  if (settled) return tag({ text: t.settled, tone: 'neutral' });
  return severity === 'serious' ? tag({ text: t.serious, tone: 'late' }) : tag({ text: t.note, tone: 'info' });
}

function warningLine(ctx: RequestContext, one: JudgedWarning, where: Where): Html {
  const t = aidTexts[ctx.language];
  const href = aidPath(where.reportId, one.question);
  const name = where.named ? html`<a href="${href}">${t.question(printedCode(one.question))}</a>: ` : null;
  const by = one.settled && t.settledBy(one.settled.by, ctx.format.instant(one.settled.at), one.settled.reason);
  return html`${warningTag(ctx, one)} ${name}${warningText(ctx, one)}${by ? html`<br><span class="soft">${by}</span>` : null} ${where.maySettle(one.question) ? act(ctx, one, href) : null}`;
}

function act(ctx: RequestContext, one: JudgedWarning, href: string): Content {
  const t = aidTexts[ctx.language];
  if (one.settled)
    return postButton(ctx, {
      action: `${href}/anmarkning/ta-tillbaka`,
      text: t.unsettle,
      about: warningText(ctx, one),
      variant: 'quiet',
      fields: { key: one.key },
    });
  return html`<a href="${href}?${new URLSearchParams({ anm: one.key })}#lamna">${t.settle}<span class="sr-only"> ${warningText(ctx, one)}</span></a>`;
}
