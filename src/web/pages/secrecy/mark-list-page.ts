import {
  citeProvision,
  markableField,
  markableFields,
  type SecrecyLevel,
  type SecrecyMark,
  secrecyLevelCodes,
  secrecyLevels,
} from '../../../domain/secrecy/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { secrecyPaths } from './secrecy-paths.ts';
import { texts } from './texts.ts';

export type MarkChoice = { readonly niva?: SecrecyLevel | undefined; readonly lage?: 'havda' | undefined };

/** What is marked: the fields whose marks are to be looked at first on top. It says nothing of what stood in them. */
export function markListPage(
  ctx: RequestContext,
  {
    marks,
    chosen,
    more,
  }: { readonly marks: readonly SecrecyMark[]; readonly chosen: MarkChoice; readonly more: string | null },
): Page {
  const t = texts[ctx.language];
  const active = chosen.niva !== undefined || chosen.lage !== undefined;
  const query = new URLSearchParams({
    ...(chosen.niva && { niva: chosen.niva }),
    ...(chosen.lage && { lage: chosen.lage }),
  });
  return page({
    title: t.title,
    lead: t.lead,
    body: html`${filterBar(ctx, { action: secrecyPaths.marks, active, fields: filterFields(ctx, chosen) })}${
      marks.length === 0
        ? emptyState(active ? { title: t.none, body: t.noneChosen } : { title: t.none, body: t.noneBody })
        : html`${markTable(ctx, marks)}${exportLinks(ctx, {
            href: (format) => `${secrecyPaths.marks}/fil/${format}${query.size > 0 ? `?${query}` : ''}`,
          })}`
    }${more ? html`<p><a href="${more}">${t.next}</a></p>` : null}`,
  });
}

function filterFields(ctx: RequestContext, { niva, lage }: MarkChoice): Html {
  const t = texts[ctx.language];
  const state = freshForm({ niva, lage });
  return html`${field(ctx, {
    kind: 'select',
    name: 'niva',
    label: t.level,
    empty: t.all,
    options: secrecyLevelCodes
      .filter((level) => level !== 'open')
      .map((value) => ({ value, text: secrecyLevels[value].label[ctx.language] })),
    state,
  })}${field(ctx, {
    kind: 'select',
    name: 'lage',
    label: t.state,
    empty: t.standing,
    options: [{ value: 'havda', text: t.lifted }],
    state,
  })}`;
}

/** Which field of what is marked, as words. */
export function fieldWords(ctx: Pick<RequestContext, 'language'>, mark: Pick<SecrecyMark, 'noun' | 'field'>): string {
  const label = markableField(mark.noun, mark.field)?.label[ctx.language] ?? mark.field;
  return `${markableFields[mark.noun].label[ctx.language]}, ${label}`;
}

function markTable(ctx: RequestContext, marks: readonly SecrecyMark[]): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  return table(ctx, {
    caption: t.title,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.what },
      { key: 'level', text: t.level },
      { key: 'provision', text: t.provision },
      { key: 'marked', text: t.markedOn, kind: 'date' },
      { key: 'review', text: t.reviewOn },
    ],
    rows: marks.map((mark) => ({
      what: html`<a href="${secrecyPaths.marks}/${mark.id}">${fieldWords(ctx, mark)}</a>`,
      level: secrecyLevels[mark.level].label[ctx.language],
      provision: mark.provision && html`<span lang="sv">${citeProvision(mark.provision)}</span>`,
      marked: ctx.format.shortDate(mark.markedOn),
      review:
        mark.reviewOn && !mark.lifted && mark.reviewOn <= today
          ? tag({ text: t.overdue, tone: 'late' })
          : mark.reviewOn && ctx.format.shortDate(mark.reviewOn),
    })),
  });
}
