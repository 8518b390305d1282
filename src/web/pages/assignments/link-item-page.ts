import type { Assignment } from '../../../domain/assignments/index.ts';
import {
  type ItemOccasion,
  itemCategories,
  type MeetingDetail,
  type MeetingSummary,
  meetingKinds,
} from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { button, linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { assignmentCrumbs } from './assignment-page.ts';
import { texts } from './texts.ts';

export type ItemChoices = {
  readonly meetings: readonly MeetingSummary[];
  /** The meeting that was chosen, with its agenda. */
  readonly chosen: MeetingDetail | undefined;
  readonly linked: readonly ItemOccasion[];
};

/** Says which agenda item dealt with the assignment, in two steps: the meeting, then the item. From then on the item is evidence. */
export function linkItemPage(ctx: RequestContext, assignment: Assignment, state: FormState, found: ItemChoices): Page {
  const t = texts[ctx.language];
  return page({
    title: t.itemTitle(assignment.ref),
    width: 'text',
    crumbs: assignmentCrumbs(ctx, assignment, t.linkItem),
    lead: t.itemLead,
    body: html`<p lang="sv"><strong>${assignment.title}</strong></p>${chooseMeeting(ctx, assignment, found)}${chooseItem(ctx, assignment, state, found)}${linkedItems(ctx, assignment, found)}`,
  });
}

function chooseMeeting(ctx: RequestContext, { id }: Assignment, { meetings, chosen }: ItemChoices): Html {
  const t = texts[ctx.language];
  if (meetings.length === 0)
    return emptyState({
      title: t.noMeetings,
      body: t.noMeetingsBody,
      action: linkButton({ text: t.toMeetings, href: '/sammantraden' }),
    });
  const options = meetings.map(({ id: value, heldOn, body, kind, title }) => ({
    value,
    text: `${heldOn} ${body.name}, ${title ?? meetingKinds[kind][ctx.language]}`,
  }));
  return html`<form method="get" action="${recordAddress('assignment', id)}/belagg" class="form">
${field(ctx, { kind: 'select', name: 'sammantrade', label: t.fieldMeeting, options, state: freshForm({ sammantrade: chosen?.id }) })}
<div class="actions">${button({ text: t.showItems, variant: chosen ? 'secondary' : 'primary' })}</div></form>`;
}

function chooseItem(ctx: RequestContext, { id }: Assignment, state: FormState, { chosen }: ItemChoices): Html | null {
  const t = texts[ctx.language];
  if (!chosen) return null;
  if (chosen.items.length === 0)
    return emptyState({
      title: t.noItems,
      body: t.noItemsBody,
      action: linkButton({ text: t.toMeetings, href: recordAddress('meeting', chosen.id) }),
    });
  const here = recordAddress('assignment', id);
  return form(ctx, {
    action: `${here}/belagg?${new URLSearchParams({ sammantrade: chosen.id })}`,
    submit: t.link,
    cancel: { href: here },
    state,
    labels: { itemId: t.fieldItem },
    body: [
      choices(ctx, {
        kind: 'radio',
        name: 'itemId',
        legend: t.fieldItem,
        state,
        options: chosen.items.map((item) => ({
          value: item.id,
          text: item.number ? `${item.number}. ${item.title}` : item.title,
          hint: [
            itemCategories[item.category][ctx.language],
            item.assignments.some((one) => one.id === id) && t.alreadyLinked,
          ]
            .filter(Boolean)
            .join(', '),
        })),
      }),
      field(ctx, { name: 'note', label: t.fieldItemNote, state, optional: true }),
    ],
  });
}

function linkedItems(ctx: RequestContext, { id }: Assignment, { linked }: ItemChoices): Html | null {
  const t = texts[ctx.language];
  if (linked.length === 0) return null;
  return html`<h2>${t.linkedItems}</h2>${table(ctx, {
    caption: t.linkedItems,
    captionHidden: true,
    columns: [
      { key: 'title', text: t.fieldItem },
      { key: 'when', text: t.fieldMeeting, kind: 'date' },
      { key: 'remove', text: t.remove },
    ],
    rows: linked.map(({ itemId, meetingId, title, heldOn }) => ({
      title: html`<a href="${recordAddress('agendaItem', itemId, meetingId)}" lang="sv">${title}</a>`,
      when: ctx.format.shortDate(heldOn),
      remove: postButton(ctx, {
        action: `${recordAddress('assignment', id)}/belagg/ta-bort`,
        text: t.remove,
        variant: 'quiet',
        about: title,
        fields: { itemId },
      }),
    })),
  })}`;
}
