import { type DocumentTree, paragraphsOf } from '../../../documents/tree/index.ts';
import type { MaskedCopy } from '../../../domain/disclosures/index.ts';
import type { DocumentWithText } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { provisionFields } from './mark-page.ts';
import { secrecyPaths } from './secrecy-paths.ts';
import { texts } from './texts.ts';

/** More paragraphs than these are masked by words: a page with a box for each of thousands helps nobody. */
const mostParagraphs = 300;
export const copyFormats = ['pdf', 'docx', 'html'] as const;

/** The editor of a masked copy: whole paragraphs by boxes to tick, words wherever they stand. It needs no script. */
export function maskPage(
  ctx: RequestContext,
  facts: {
    readonly document: DocumentWithText;
    readonly copies: readonly MaskedCopy[];
    readonly requestId: string | undefined;
  },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const { document, copies, requestId } = facts;
  return page({
    title: t.maskTitle,
    lead: t.maskLead,
    crumbs: [{ text: t.original, href: recordAddress('document', document.id) }, { text: t.maskTitle }],
    body: document.sourceText?.trim()
      ? maskForm(ctx, document.id, paragraphsOf(document.sourceText), requestId, state)
      : emptyState({ title: t.noText, body: t.noTextBody }),
    aside: card({ title: t.copies, body: copyList(ctx, copies) }),
  });
}

function maskForm(
  ctx: RequestContext,
  documentId: string,
  paragraphs: readonly string[],
  requestId: string | undefined,
  state: FormState,
): Html {
  const t = texts[ctx.language];
  const { number } = ctx.format;
  return form(ctx, {
    action: `/kallor/${documentId}/maska`,
    submit: t.make,
    state,
    cancel: { href: recordAddress('document', documentId) },
    body: html`${requestId ? html`<p>${t.forRequest}</p><input type="hidden" name="begaran" value="${requestId}">` : null}${field(
      ctx,
      { name: 'title', label: t.copyTitle, hint: t.copyTitleHint, state },
    )}${provisionFields(ctx, state)}${field(ctx, {
      kind: 'textarea',
      name: 'words',
      label: t.words,
      hint: t.wordsHint,
      rows: 4,
      optional: true,
      state,
    })}${choices(ctx, {
      kind: 'checkbox',
      name: 'paragraphs',
      legend: t.paragraphs,
      ...(paragraphs.length > mostParagraphs && {
        hint: t.manyParagraphs(number(mostParagraphs), number(paragraphs.length)),
      }),
      options: paragraphs.slice(0, mostParagraphs).map((text, index) => ({ value: String(index), text })),
      state,
    })}`,
  });
}

/** Masked copies by name and day. */
export function copyList(ctx: RequestContext, copies: readonly MaskedCopy[]): Html {
  if (copies.length === 0) return html`<p>${texts[ctx.language].copiesNone}</p>`;
  return linkList(
    copies.map(({ id, title, madeOn, provisions }) => ({
      title: html`<span lang="sv">${title}</span>`,
      href: `${secrecyPaths.copies}/${id}`,
      note: ctx.format.shortDate(madeOn),
      detail: html`<span lang="sv">${provisions.join(', ')}</span>`,
    })),
  );
}

/** A masked copy as it is let out, with its files. */
export function maskedCopyPage(ctx: RequestContext, copy: MaskedCopy & { readonly tree: DocumentTree }): Page {
  const t = texts[ctx.language];
  return page({
    title: copy.title,
    ownHeading: true,
    crumbs: [{ text: t.title, href: secrecyPaths.marks }, { text: t.copy }],
    body: html`<div class="page-head"><h1 lang="sv">${copy.title}</h1></div><div lang="sv">${documentView(copy.tree, { withoutTitle: true })}</div>`,
    aside: card({
      title: t.copy,
      body: summaryList(
        [
          {
            term: t.original,
            value: html`<a href="${recordAddress('document', copy.documentId)}">${t.original}</a>`,
          },
          {
            term: t.request,
            value:
              copy.requestId && html`<a href="${recordAddress('disclosureRequest', copy.requestId)}">${t.request}</a>`,
          },
          { term: t.provision, value: html`<span lang="sv">${copy.provisions.join(', ')}</span>` },
          { term: t.masks, value: ctx.format.number(copy.maskCount) },
          { term: t.madeOn, value: ctx.format.date(copy.madeOn) },
          { term: t.markedBy, value: copy.madeBy },
          {
            term: t.files,
            value: html`${copyFormats.map((format, at) => html`${at > 0 ? ' ' : ''}<a href="${secrecyPaths.copies}/${copy.id}/fil/${format}">${format.toUpperCase()}</a>`)}`,
          },
        ],
        { compact: true },
      ),
    }),
  });
}
