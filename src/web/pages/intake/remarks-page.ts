import {
  type Proposal,
  type ReadResult,
  type RemarkKindName,
  remarkKindNames,
  remarkKindOf,
  remarkKinds,
  remarksOn,
} from '../../../domain/intake/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { linesOnPage } from '../sources/document-page.ts';
import { filePage, type ReadScene } from './file-frame.ts';
import { proposalTitle } from './proposal-words.ts';
import { reviewHref } from './review-query.ts';
import { texts } from './texts.ts';

type Remark = ReadResult['problems'][number];

/** What the reading noticed, by what it is about: where it stands, which proposals it concerns, and what a person can do. */
export function remarksPage(ctx: RequestContext, scene: ReadScene, about?: RemarkKindName): Page {
  const t = texts[ctx.language];
  const { problems } = scene.file;
  const byKind = Map.groupBy(problems, ({ code }) => remarkKindOf(code));
  const kinds = remarkKindNames.filter((name) => byKind.has(name));
  const shown = kinds.filter((name) => about === undefined || name === about);
  const body =
    problems.length === 0
      ? emptyState({ title: t.noRemarks, body: t.noRemarksBody })
      : html`<p>${t.remarksLead}</p>${filter(ctx, scene, kinds, byKind, about)}${
          shown.length === 0 ? emptyState({ title: t.noRemarkOf, body: t.noMatchBody }) : null
        }${shown.map((name) => section(ctx, scene, name, byKind.get(name) ?? []))}`;
  return filePage(ctx, scene, 'remarks', body);
}

function filter(
  ctx: RequestContext,
  { file }: ReadScene,
  kinds: readonly RemarkKindName[],
  byKind: ReadonlyMap<RemarkKindName, readonly Remark[]>,
  about: RemarkKindName | undefined,
): Html {
  const t = texts[ctx.language];
  return filterBar(ctx, {
    action: `/las-in/${file.id}/anmarkningar`,
    active: about !== undefined,
    fields: field(ctx, {
      kind: 'select',
      name: 'om',
      label: t.remarkAbout,
      empty: `${t.anyRemark} (${file.problems.length})`,
      state: freshForm({ om: about }),
      options: kinds.map((name) => ({
        value: name,
        text: `${remarkKinds[name].label[ctx.language]} (${byKind.get(name)?.length ?? 0})`,
      })),
    }),
  });
}

function section(ctx: RequestContext, scene: ReadScene, name: RemarkKindName, remarks: readonly Remark[]): Html {
  const t = texts[ctx.language];
  const { label, advice } = remarkKinds[name];
  const title = label[ctx.language];
  return html`<section><h2>${title.slice(0, 1).toLocaleUpperCase(ctx.language)}${title.slice(1)} (${remarks.length})</h2><p>${advice[ctx.language]}</p>${table(
    ctx,
    {
      caption: title,
      captionHidden: true,
      columns: [
        { key: 'where', text: t.where, kind: 'date' },
        { key: 'remark', text: t.remark },
        { key: 'about', text: t.aboutProposal },
        { key: 'code', text: t.code },
      ],
      rowHeader: 'remark',
      rows: remarks.map((remark) => ({
        remark: html`<span lang="sv">${remark.message}</span>`,
        about: concerned(ctx, scene, remark),
        where: placeOf(ctx, scene, remark),
        code: html`<code translate="no">${remark.code}</code>`,
      })),
    },
  )}</section>`;
}

/** The line, as a link to it in the whole document. */
function placeOf(ctx: RequestContext, { file }: ReadScene, { source }: Remark): Content {
  if (!source) return texts[ctx.language].wholeFile;
  const page = Math.ceil(source.line / linesOnPage);
  const href = `${recordAddress('document', file.documentId)}${page > 1 ? `?sida=${page}` : ''}#rad-${source.line}`;
  return html`<a href="${href}">${ctx.t.components.line} ${source.line}</a>`;
}

/** More proposals than these of one remark are counted, not listed. */
const mostLinks = 3;

function concerned(ctx: RequestContext, { file, proposals }: ReadScene, remark: Remark): Content {
  const about = proposals.filter((one) => remarksOn(one, [remark]).length > 0);
  if (about.length === 0)
    return remark.source
      ? html`<a href="/las-in/${file.id}/utan-plats#rad-${remark.source.line}">${texts[ctx.language].tabUnplaced}</a>`
      : '–';
  const link = (one: Proposal) =>
    html`<a href="${reviewHref(file.id, { lage: 'alla' }, { post: one.id })}" lang="sv">${proposalTitle(ctx, one)}</a><br>`;
  const rest = about.length - mostLinks;
  return html`${about.slice(0, mostLinks).map(link)}${rest > 0 ? texts[ctx.language].staysMore(ctx.format.number(rest)) : null}`;
}
