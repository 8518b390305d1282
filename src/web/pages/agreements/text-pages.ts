import {
  type ComparedParagraph,
  compareAgreementTexts,
  type WholeAgreement,
} from '../../../domain/agreements/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { WordChange } from '../../../kernel/word-changes.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { agreementCrumbs } from './agreement-view.ts';
import { texts } from './texts.ts';

/** The form in which a version of the text is written; it begins with the last one, so that only what changes is typed. */
export function textFormPage(ctx: RequestContext, agreement: WholeAgreement, sent?: FormState): Page {
  const t = texts[ctx.language];
  const state =
    sent ?? freshForm({ text: agreement.versions.at(-1)?.text ?? '', madeOn: ctx.services.runtime.today() });
  const here = recordAddress('agreement', agreement.id);
  return page({
    title: t.textTitle,
    crumbs: agreementCrumbs(ctx, agreement, t.textTitle),
    body: form(ctx, {
      action: `${here}/text`,
      submit: t.saveText,
      state,
      labels: { text: t.textField, label: t.label, madeOn: t.madeOn },
      cancel: { href: here },
      body: html`${field(ctx, { name: 'label', label: t.label, hint: t.labelHint, optional: true, width: 'full', state })}${field(ctx, { kind: 'date', name: 'madeOn', label: t.madeOn, state })}${field(ctx, { kind: 'textarea', name: 'text', label: t.textField, hint: t.textHint, rows: 20, state })}`,
    }),
  });
}

/** One text to read, or two against each other. */
export type ShownText = { readonly title: string; readonly text: string };

/** A version of the text alone, or two held against each other: what changed first, then the whole of both. */
export function comparePage(
  ctx: RequestContext,
  {
    agreement,
    before,
    after,
  }: { readonly agreement: WholeAgreement; readonly before?: ShownText; readonly after: ShownText },
): Page {
  const t = texts[ctx.language];
  const here = recordAddress('agreement', agreement.id);
  const others = linkList(
    agreement.versions.map(({ number }) => ({ title: t.showText(number), href: `${here}/jamfor?till=${number}` })),
  );
  if (!before)
    return page({
      title: after.title,
      crumbs: agreementCrumbs(ctx, agreement, after.title),
      width: 'text',
      body: html`${paragraphs(after.text)}`,
      aside: others,
    });
  const rows = compareAgreementTexts(before.text, after.text);
  const changed = rows.filter((row) => row.changed);
  return page({
    title: t.compareTitle(agreement.name),
    crumbs: agreementCrumbs(ctx, agreement, t.compare),
    width: 'wide',
    lead: t.compareLead(changed.length),
    body: html`${changed.length > 0 ? html`<p class="soft">${t.compareHelp}</p><section><h2>${t.onlyChanges}</h2>${changeTable(ctx, changed, before, after)}</section>` : null}<section><h2>${t.wholeText}</h2>${sideBySide(
      {
        left: html`<h3>${before.title}</h3>${paragraphs(before.text)}`,
        right: html`<h3>${after.title}</h3>${paragraphs(after.text)}`,
        leftLabel: before.title,
        rightLabel: after.title,
      },
    )}</section>`,
    aside: others,
  });
}

function changeTable(
  ctx: RequestContext,
  rows: readonly ComparedParagraph[],
  before: ShownText,
  after: ShownText,
): Html {
  const t = texts[ctx.language];
  const side = (words: readonly WordChange[] | null) =>
    words === null ? html`<span class="soft">${t.absent}</span>` : html`<span lang="sv">${words.map(word)}</span>`;
  return table(ctx, {
    caption: t.onlyChanges,
    captionHidden: true,
    columns: [
      { key: 'before', text: before.title },
      { key: 'after', text: after.title },
    ],
    rows: rows.map((row) => ({ before: side(row.before), after: side(row.after) })),
  });
}

const word = ({ kind, text }: WordChange): Html =>
  kind === 'same' ? html`${text} ` : kind === 'removed' ? html`<del>${text}</del> ` : html`<ins>${text}</ins> `;

const paragraphs = (words: string): readonly Html[] =>
  words
    .split(/\n+/u)
    .filter((line) => line.trim())
    .map((line) => html`<p lang="sv">${line.trim()}</p>`);
