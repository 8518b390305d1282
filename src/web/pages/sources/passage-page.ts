import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { sourcePassage } from '../../components/source-passage/source-passage.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { linesOnPage, recordRow } from './document-page.ts';
import { lastLine } from './source-card.ts';
import type { PassageFacts } from './source-facts.ts';
import { texts } from './texts.ts';

/** Lines shown before and after a passage: enough to see under which heading it stands. */
const surroundings = 12;

/** One passage in its surroundings, marked, with the record that was read there. */
export function passagePage(ctx: RequestContext, facts: PassageFacts): Page {
  const { document, passage, others, changed } = facts;
  const t = texts[ctx.language];
  const text = document.sourceText ?? '';
  const words = text.slice(passage.start, passage.end);
  const lines = t.lines(passage.line, lastLine(passage.line, words));
  const excerpt = excerptAround(text, passage.start, passage.start + words.trimEnd().length);
  const inDocument = `${recordAddress('document', document.id)}${passage.line > linesOnPage ? `?sida=${Math.ceil(passage.line / linesOnPage)}` : ''}#rad-${passage.line}`;
  return page({
    title: t.passage(lines),
    crumbs: [{ text: document.title, href: recordAddress('document', document.id) }, { text: lines }],
    lead: html`<span lang="sv">${document.title}</span>`,
    body: html`${changed ? notice(ctx, { tone: 'warning', title: t.changedTitle, body: t.changed }) : null}${sourcePassage(
      ctx,
      {
        title: t.text,
        text: excerpt.text,
        firstLine: excerpt.firstLine,
        marks: [{ start: passage.start - excerpt.start, end: passage.start + words.trimEnd().length - excerpt.start }],
        open: { text: t.openDocument, href: inDocument },
      },
    )}`,
    aside: [
      card({
        title: t.readHere,
        body: html`${linkList([recordRow(ctx, passage, false)])}${summaryList([{ term: t.rule, value: html`<code>${passage.rule}</code>` }], { compact: true })}`,
      }),
      others.length > 0 && card({ title: t.alsoHere, body: linkList(others.map((one) => recordRow(ctx, one, false))) }),
    ],
  });
}

/** Whole lines around a stretch of a text, with the number of the first. */
export function excerptAround(
  text: string,
  start: number,
  end: number,
): { readonly text: string; readonly start: number; readonly firstLine: number } {
  const before = text.slice(0, start).split('\n');
  const first = Math.max(0, before.length - 1 - surroundings);
  const from = before.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  const after = text
    .slice(end)
    .split('\n', surroundings + 1)
    .join('\n');
  return { text: text.slice(from, end + after.length), start: from, firstLine: first + 1 };
}
