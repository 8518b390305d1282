import type { Assignment } from '../../../domain/assignments/index.ts';
import type { AgendaItem, Meeting } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { meetingCrumbs } from './agenda-item-form-page.ts';
import { itemPath } from './agenda-section.ts';
import { formTexts } from './form-texts.ts';

/** Chooses the assignments that an item dealt with: searched by number or words, or among those of the body and year. */
export function linkAssignmentPage(
  ctx: RequestContext,
  options: {
    readonly meeting: Meeting;
    readonly item: AgendaItem;
    readonly search: string;
    readonly found: readonly Assignment[];
  },
): Page {
  const t = formTexts[ctx.language];
  const { meeting, item, search } = options;
  const year = Number(meeting.heldOn.slice(0, 4));
  const heading = search ? t.found : t.suggested(year);
  return page({
    title: t.linkTitle,
    crumbs: meetingCrumbs(ctx, meeting, t.linkTitle),
    lead: html`<span lang="sv">${item.number ? `${item.number}. ` : null}${item.title}</span>`,
    body: html`${filterBar(ctx, {
      action: `${itemPath(meeting, item)}/uppdrag`,
      label: t.linkTitle,
      active: search !== '',
      fields: field(ctx, {
        name: 'sok',
        label: t.search,
        hint: t.searchHint,
        kind: 'search',
        state: freshForm({ sok: search }),
      }),
    })}<section><h2>${heading}</h2>${foundTable(ctx, options, heading)}</section>
<div class="actions">${linkButton({ text: t.done, href: `${recordAddress('meeting', meeting.id)}#punkt-${item.id}`, variant: 'secondary' })}</div>`,
  });
}

function foundTable(
  ctx: RequestContext,
  { meeting, item, found }: Parameters<typeof linkAssignmentPage>[1],
  caption: string,
): Html {
  const t = formTexts[ctx.language];
  return table(ctx, {
    caption,
    captionHidden: true,
    empty: emptyState({ title: t.noneFound, body: t.noneFoundBody }),
    columns: [
      { key: 'title', text: t.search },
      { key: 'ref', text: t.number, kind: 'date' },
      { key: 'performer', text: t.performer },
      { key: 'action', text: t.link },
    ],
    rows: found.map((assignment) => ({
      title: html`<a href="${recordAddress('assignment', assignment.id)}" lang="sv">${assignment.title}</a>`,
      ref: assignment.ref,
      performer: html`<span lang="sv">${ctx.format.list(
        assignment.parties.filter(({ role }) => role === 'performer').map(({ bodyName }) => bodyName),
      )}</span>`,
      action: item.assignments.some(({ id }) => id === assignment.id)
        ? html`<span class="soft">${t.linkedAlready}</span>`
        : postButton(ctx, {
            action: `${itemPath(meeting, item)}/uppdrag`,
            text: t.link,
            about: t.linkAbout(assignment.ref),
            variant: 'secondary',
            fields: { assignmentId: assignment.id },
          }),
    })),
  });
}
