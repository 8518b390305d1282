import * as z from 'zod';
import {
  type AgendaItem,
  type ItemCategory,
  itemCategories,
  itemCategoryCodes,
  type Meeting,
  type MeetingDetail,
} from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import {
  checkbox,
  choice,
  idempotencyField,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
} from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { itemTexts } from './agenda-item-texts.ts';
import { itemPath } from './agenda-section.ts';
import { meetingListPath } from './meeting-list-page.ts';
import { meetingName } from './meeting-words.ts';
import { texts } from './texts.ts';

/** What the form of an item sends; without a version the item is new. */
export const itemForm = z.object({
  number: optionalText({ maximum: 20 }),
  title: text({ maximum: 500 }),
  category: choice(itemCategoryCodes as readonly [ItemCategory, ...ItemCategory[]]),
  presenters: optionalText({ maximum: 2000 }),
  matter: optionalText({ maximum: 40 }),
  summary: optionalText({ maximum: 20_000 }),
  /** Opens a matter with the number when the register has none. */
  openMatter: checkbox(),
  exercisesAuthority: checkbox(),
  doorsClosed: checkbox(),
  parentId: optionalId(),
  beforeItemId: optionalId(),
  version: optionalWholeNumber({ minimum: 0 }),
  idempotencyKey: idempotencyField,
});

/** An item as the fields of its form. */
export function itemValues(item: AgendaItem): Record<string, string> {
  return {
    number: item.number ?? '',
    title: item.title,
    category: item.category,
    presenters: item.presenters.join('\n'),
    matter: item.matter?.registrationNumber ?? '',
    summary: item.summary ?? '',
    ...(item.exercisesAuthority && { exercisesAuthority: 'on' }),
    ...(item.doorsClosed && { doorsClosed: 'on' }),
  };
}

/** The form of an item: new without `item`, otherwise changed, after a conflict with both texts. */
export function agendaItemFormPage(
  ctx: RequestContext,
  meeting: MeetingDetail,
  state: FormState,
  item?: AgendaItem,
): Page {
  const t = itemTexts[ctx.language];
  const href = recordAddress('meeting', meeting.id);
  const title = item ? t.changeItemTitle : t.newItemTitle;
  const saved = item ? itemValues(item) : {};
  const show = (name: string, value: string) =>
    name === 'category' && value in itemCategories ? itemCategories[value as ItemCategory][ctx.language] : value;
  return page({
    title,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, title),
    lead: item && html`<span lang="sv">${item.title}</span>`,
    body: html`${bothTexts(ctx, {
      state,
      show,
      fields: Object.entries(labels(ctx)).map(([name, label]) => ({
        name,
        label,
        saved: show(name, saved[name] ?? ''),
      })),
    })}${form(ctx, {
      action: item ? itemPath(meeting, item) : `${href}/punkter/ny`,
      submit: item ? t.save : t.addItem,
      state,
      labels: labels(ctx),
      cancel: { href },
      ...(item && { version: item.version }),
      body: html`${fields(ctx, state)}${item ? null : placeFields(ctx, meeting, state)}`,
    })}${item ? papersOf(ctx, meeting, item) : null}`,
  });
}

/** The ways from an item to its papers, which have pages of their own. */
function papersOf(ctx: RequestContext, meeting: Meeting, item: AgendaItem): Html {
  const t = itemTexts[ctx.language];
  const path = itemPath(meeting, item);
  const link = (text: string, href: string) => linkButton({ text, href, variant: 'secondary' });
  return html`<h2>${t.papers}</h2><div class="actions">${link(t.documents, `${path}/handlingar`)}${link(t.memo, `${path}/pm`)}${link(t.proposal, `${path}/beslut`)}</div>`;
}

/** Where a new item is put: under another, or before one of the top level. */
function placeFields(ctx: RequestContext, meeting: MeetingDetail, state: FormState): Html {
  const t = itemTexts[ctx.language];
  const heads = meeting.items
    .filter(({ parentId }) => parentId === null)
    .map(({ id, number, title }) => ({ value: id, text: [number, title].filter(Boolean).join(' ') }));
  if (heads.length === 0) return html``;
  return html`${field(ctx, { name: 'beforeItemId', label: t.before, kind: 'select', options: heads, empty: t.beforeNone, state, optional: true })}
${field(ctx, { name: 'parentId', label: t.parent, hint: t.parentHint, kind: 'select', options: heads, empty: t.parentNone, state, optional: true })}`;
}

function fields(ctx: RequestContext, state: FormState): Html {
  const t = itemTexts[ctx.language];
  const categories = itemCategoryCodes.map((code) => ({ value: code, text: itemCategories[code][ctx.language] }));
  return html`${field(ctx, { name: 'number', label: t.number, hint: t.numberHint, width: 'short', state, optional: true })}
${field(ctx, { name: 'title', label: t.itemTitle, state })}
${field(ctx, { name: 'category', label: t.category, kind: 'select', options: categories, state })}
${field(ctx, { name: 'presenters', label: t.presenters, hint: t.presentersHint, kind: 'textarea', rows: 3, state, optional: true })}
${field(ctx, { name: 'matter', label: t.matter, hint: t.matterHint, width: 'medium', state, optional: true })}
${tickBox({ name: 'openMatter', label: t.openMatter, hint: t.openMatterHint, state })}
${field(ctx, { name: 'summary', label: t.summary, kind: 'textarea', rows: 6, state, optional: true })}
${tickBox({ name: 'exercisesAuthority', label: t.exercisesAuthority, hint: t.exercisesAuthorityHint, state })}
${tickBox({ name: 'doorsClosed', label: t.doorsClosed, state })}`;
}

function labels(ctx: RequestContext): Record<string, string> {
  const { number, itemTitle, category, presenters, matter, summary } = itemTexts[ctx.language];
  return { number, title: itemTitle, category, presenters, matter, summary };
}

/** The question before an item leaves the agenda, with what leaves with it. */
export function removeItemPage(ctx: RequestContext, meeting: Meeting, item: AgendaItem, state: FormState): Page {
  const t = itemTexts[ctx.language];
  const links = item.assignments.length;
  return page({
    title: t.removeItemTitle,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, t.removeItemTitle),
    body: html`${errorSummary(ctx, state)}${confirm(ctx, {
      consequences: [t.removeConsequence(item.title), ...(links > 0 ? [t.removeLinks(links)] : [])],
      action: `${itemPath(meeting, item)}/ta-bort`,
      submit: t.removeItem,
      cancelHref: recordAddress('meeting', meeting.id),
      version: item.version,
    })}`,
  });
}

/** The way from the list over the meeting to one of its forms. */
export function meetingCrumbs(ctx: RequestContext, meeting: Meeting, title: string) {
  return [
    { text: texts[ctx.language].title, href: meetingListPath },
    { text: meetingName(ctx, meeting), href: recordAddress('meeting', meeting.id) },
    { text: title },
  ];
}
