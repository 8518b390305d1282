import {
  type AgendaItem,
  isVisit,
  type MeetingDetail,
  type NotesFacts,
  type NoteTaker,
  notesDocument,
  unwrittenNote,
} from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { draftText } from '../../components/draft-text/draft-text.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { deskNotes } from '../../components/meeting-desk/meeting-desk.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { mayFor } from '../meetings/meeting-facts.ts';
import { meetingListPath } from '../meetings/meeting-list-page.ts';
import { meetingName } from '../meetings/meeting-words.ts';
import { texts as meetingTexts } from '../meetings/texts.ts';
import { texts } from './texts.ts';

/** The address of a meeting's notes, and below it what belongs to them. */
export function notesPath(meetingId: string): string {
  return `${recordAddress('meeting', meetingId)}/anteckningar`;
}

/** The way from the list of meetings over a meeting to one of its pages. */
export function gatheringCrumbs(ctx: RequestContext, meeting: MeetingDetail, title: string) {
  return [
    { text: meetingTexts[ctx.language].title, href: meetingListPath },
    { text: meetingName(ctx, meeting), href: recordAddress('meeting', meeting.id) },
    { text: title },
  ];
}

/** The notes of a gathering as the document that they become, with who takes notes beside it. */
export function notesPage(ctx: RequestContext, facts: NotesFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const { meeting, notes } = facts;
  const written = notes.some(({ body }) => body.trim()) || facts.visit !== undefined;
  return page({
    title: t.notes,
    crumbs: gatheringCrumbs(ctx, meeting, t.notes),
    lead: html`<span>${t.notesLead}</span>`,
    body: html`${
      meeting.items.length === 0
        ? emptyState({
            title: t.noItems,
            body: t.noItemsBody,
            action: linkButton({
              text: meetingName(ctx, meeting),
              href: recordAddress('meeting', meeting.id),
              variant: 'secondary',
            }),
          })
        : null
    }${meeting.items.length > 0 && !written ? emptyState({ title: t.noNotes, body: t.noNotesBody }) : null}${
      meeting.items.length > 0 || written ? documentView(notesDocument(facts)) : null
    }`,
    aside: html`${takersCard(ctx, facts, state)}${documentCard(ctx, meeting)}`,
  });
}

function takersCard(ctx: RequestContext, { meeting, takers }: NotesFacts, state: FormState): Html {
  const t = texts[ctx.language];
  const writes = mayFor(ctx.actor, 'memo.write', meeting);
  const list =
    takers.length === 0
      ? html`<p class="soft">${t.noTakers}</p>`
      : html`<ul>${takers.map(
          ({ id, name }) =>
            html`<li><span lang="sv">${name}</span>${writes ? html` <a href="${notesPath(meeting.id)}/${id}">${t.writeAs}<span class="sr-only">${t.writeAsAbout(name)}</span></a>` : null}</li>`,
        )}</ul>`;
  const add = writes
    ? form(ctx, {
        action: `${notesPath(meeting.id)}/for`,
        submit: t.addTaker,
        variant: 'secondary',
        state,
        body: field(ctx, { name: 'name', label: t.takerName, state, autocomplete: 'off' }),
      })
    : null;
  return card({ title: t.takers, body: html`${list}${add}` });
}

function documentCard(ctx: RequestContext, meeting: MeetingDetail): Html {
  const t = texts[ctx.language];
  const edits = mayFor(ctx.actor, 'meeting.edit', meeting);
  const here = recordAddress('meeting', meeting.id);
  return card({
    title: t.document,
    body: html`<ul><li><a href="${notesPath(meeting.id)}.pdf">${t.pdf}</a></li><li><a href="${notesPath(meeting.id)}.docx">${t.docx}</a></li></ul>${
      edits
        ? html`<div class="actions">${linkButton({ text: t.themes, href: `${here}/teman`, variant: 'secondary' })}${isVisit(meeting.kind) ? linkButton({ text: t.visit, href: `${here}/besok`, variant: 'secondary' }) : null}</div>`
        : null
    }`,
  });
}

/** A text that was typed and refused, by the item in which it was written. */
export type RefusedNote = { readonly itemId: string; readonly body: string };

/**
 * Where one note-taker writes: a text for each item, saved while it is written, with the questions of a theme above it and what the others wrote beside
 * it. It is the same script as on the screen of a meeting: without it each text has its button.
 */
export function writeNotesPage(
  ctx: RequestContext,
  facts: NotesFacts,
  taker: NoteTaker,
  { marker, refused }: { readonly marker: string; readonly refused?: RefusedNote },
): Page {
  const t = texts[ctx.language];
  const { meeting } = facts;
  return page({
    title: t.writing(taker.name),
    crumbs: gatheringCrumbs(ctx, meeting, t.notes),
    script: 'meetingScript',
    body: html`<div data-desk${attributes({
      'data-meeting': meeting.id,
      'data-account': ctx.actor?.accountId ?? '',
      'data-news': `${notesPath(meeting.id)}/nytt`,
      'data-marker': marker,
    })}>${deskNotes(ctx)}<div data-part="texts">${meeting.items.map((item) => itemNotes(ctx, facts, item, taker, refused))}</div></div>
<div class="actions">${linkButton({ text: t.done, href: notesPath(meeting.id), variant: 'secondary' })}</div>`,
  });
}

function itemNotes(
  ctx: RequestContext,
  { meeting, notes, takers, questions }: NotesFacts,
  item: AgendaItem,
  taker: NoteTaker,
  refused: RefusedNote | undefined,
): Html {
  const t = texts[ctx.language];
  const saved = notes.find((one) => one.itemId === item.id && one.noteTakerId === taker.id);
  const { body, version, editedBy, editedAt } = saved ?? unwrittenNote(item.id, taker.id);
  const asked = questions.get(item.id) ?? [];
  const others = takers.flatMap(({ id, name }) => {
    const text = notes.find((one) => one.itemId === item.id && one.noteTakerId === id)?.body.trim();
    return id !== taker.id && text ? [{ name, text }] : [];
  });
  const title = item.number ? `${item.number}. ${item.title}` : item.title;
  return html`<section><h2 lang="sv">${title}</h2>${
    asked.length > 0 ? html`<p>${t.questions}</p><ul lang="sv">${asked.map((one) => html`<li>${one}</li>`)}</ul>` : null
  }${others.map(({ name, text }) => help({ summary: t.othersWrote(name), body: html`<p lang="sv" class="draft-words">${text}</p>` }))}${draftText(
    ctx,
    {
      action: `${notesPath(meeting.id)}/${taker.id}/${item.id}`,
      name: `${item.id}-${taker.id}`,
      label: t.noteOn(title),
      body,
      version,
      editedBy,
      editedAt,
      rows: 6,
      ...(refused?.itemId === item.id && { typed: refused.body }),
    },
  )}</section>`;
}
