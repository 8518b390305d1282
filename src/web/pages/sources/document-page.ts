import { may } from '../../../domain/access/index.ts';
import { documentKinds } from '../../../domain/matters/index.ts';
import { namedNouns } from '../../../domain/thread/index.ts';
import { type AddressedNoun, recordAddress } from '../../../kernel/record-address.ts';
import { button } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { type LinkListItem, linkList } from '../../components/link-list/link-list.ts';
import { sourcePassage } from '../../components/source-passage/source-passage.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts as figureTexts } from '../indicators/texts.ts';
import { publishLink } from '../publications/publish-link.ts';
import { releaseLink } from '../releases/release-link.ts';
import { secrecyLink } from '../secrecy/secrecy-link.ts';
import type { DocumentFacts, NamedPassage } from './source-facts.ts';
import { texts } from './texts.ts';

/** Lines on one page: a bundle of some hundred pages would otherwise be a page of megabytes. */
export const linesOnPage = 2_000;
const mostRecords = 60;

/** One document of the register: its facts, its text with an address for every line, and the records that were read from it. */
export function documentPage(ctx: RequestContext, facts: DocumentFacts, pageNumber: number): Page {
  const t = texts[ctx.language];
  const { document, body, matter } = facts;
  const { format } = ctx;
  return page({
    title: document.title,
    ownHeading: true,
    crumbs: [{ text: t.document }],
    body: html`<div class="page-head"><h1 lang="sv">${document.title}</h1><div class="page-lead">${documentKinds[document.kind][ctx.language]}${document.datedOn ? ` · ${format.date(document.datedOn)}` : null}</div></div>
${wholeText(ctx, facts, pageNumber)}`,
    aside: [
      card({
        title: t.document,
        body: summaryList(
          [
            {
              term: t.body,
              value: body && html`<a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a>`,
            },
            {
              term: t.matter,
              value:
                matter &&
                html`<a href="${recordAddress('matter', matter.id)}">${matter.registrationNumber} <span lang="sv">${matter.publicTitle}</span></a>`,
            },
            {
              term: t.file,
              value: html`${document.fileName}, ${t.size(format.number(Math.ceil(document.size / 1000)))}`,
            },
            { term: t.fingerprint, value: html`<code>${document.sha256.slice(0, 16)}…</code>` },
          ],
          { compact: true },
        ),
      }),
      publishLink(ctx, { noun: 'document', id: document.id, bodyId: document.bodyId }),
      releaseLink(ctx, { noun: 'handling', id: document.id, bodyId: document.bodyId }),
      secrecyLink(ctx, { noun: 'handling', id: document.id, bodyId: document.bodyId }),
      card({ title: t.records, body: records(ctx, facts) }),
      document.sourceText !== null && ctx.actor && may(ctx.actor, 'indicator.edit') && lineToFigure(ctx, document.id),
    ],
  });
}

/** Figures that no rule reads are pointed out by a person, by the line on which they stand. */
function lineToFigure(ctx: RequestContext, id: string): Html {
  const t = figureTexts[ctx.language];
  return card({
    title: t.makeFigure,
    body: html`<p class="soft">${t.lineToFigureHelp}</p><form method="get" action="${recordAddress('document', id)}/matvarde" class="form">${field(ctx, { kind: 'number', name: 'rad', label: t.lineToFigure, state: freshForm() })}<div class="actions">${button({ text: t.goOn, variant: 'secondary' })}</div></form>`,
  });
}

function wholeText(ctx: RequestContext, { document }: DocumentFacts, pageNumber: number): Html {
  const t = texts[ctx.language];
  const { sourceText } = document;
  if (sourceText === null) return emptyState({ title: t.noText, body: t.noTextBody });
  const lines = sourceText.split('\n');
  const pages = Math.max(1, Math.ceil(lines.length / linesOnPage));
  const shown = Math.min(pageNumber, pages);
  const from = (shown - 1) * linesOnPage;
  const part = lines.slice(from, from + linesOnPage);
  const here = recordAddress('document', document.id);
  const turn =
    pages === 1
      ? null
      : html`<p>${t.pages(...([from + 1, from + part.length, lines.length].map((n) => ctx.format.number(n)) as [string, string, string]))}${shown > 1 ? html` · <a rel="prev" href="${here}?sida=${shown - 1}">${t.earlier}</a>` : null}${shown < pages ? html` · <a rel="next" href="${here}?sida=${shown + 1}">${t.later}</a>` : null}</p>`;
  return html`${turn}${sourcePassage(ctx, { title: t.text, text: part.join('\n'), firstLine: from + 1, marks: [], anchors: true })}${turn}`;
}

function records(ctx: RequestContext, { passages }: DocumentFacts): Html {
  const t = texts[ctx.language];
  if (passages.length === 0) return html`<p>${t.noRecords}</p>`;
  return linkList(passages.slice(0, mostRecords).map((passage) => recordRow(ctx, passage, true)));
}

/** A record by name; it leads to itself, or from the document to the passage where it was read. */
export function recordRow(ctx: RequestContext, passage: NamedPassage, toPassage: boolean): LinkListItem {
  const t = texts[ctx.language];
  const { name, line, id } = passage;
  if (!name) return { title: t.gone, note: t.line(line) };
  const { target } = name;
  return {
    title: html`<span lang="sv">${name.title}</span>`,
    href: toPassage
      ? recordAddress('sourcePassage', id)
      : recordAddress(target.noun as AddressedNoun, target.id, target.within),
    note: t.line(line),
    detail: namedNouns[name.noun][ctx.language],
  };
}
