import * as z from 'zod';
import { documentKinds, type RegisteredDocument } from '../../../domain/matters/index.ts';
import type { AgendaItem, MeetingDetail } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { moveButtons } from '../../components/move-buttons/move-buttons.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { fileField, idempotencyField, idField, optionalText } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { meetingCrumbs } from './agenda-item-form-page.ts';
import { itemPath } from './agenda-section.ts';
import { texts } from './memo-texts.ts';

/** What choosing a document of the register, moving and removing one send. */
export const documentForm = z.object({ documentId: idField(), idempotencyKey: idempotencyField });

/** What handing in a file for an item sends. */
export const uploadForm = z.object({
  file: fileField(),
  title: optionalText({ maximum: 500 }),
  idempotencyKey: idempotencyField,
});

/** The documents of an item in the order of the notice; taken from the register or handed in here. */
export function agendaDocumentsPage(
  ctx: RequestContext,
  facts: {
    readonly meeting: MeetingDetail;
    readonly item: AgendaItem;
    readonly choices: readonly RegisteredDocument[];
  },
  state: FormState = freshForm(),
): Page {
  const t = texts[ctx.language];
  const { meeting, item, choices } = facts;
  const path = `${itemPath(meeting, item)}/handlingar`;
  return page({
    title: t.papers,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, t.papers),
    lead: html`<span lang="sv">${item.number ? `${item.number}. ` : null}${item.title}</span>`,
    body: html`${errorSummary(ctx, state)}${table(ctx, {
      caption: t.papers,
      captionHidden: true,
      columns: [
        { key: 'name', text: t.name },
        { key: 'acts', text: t.acts },
      ],
      empty: emptyState({ title: t.noPapers, body: t.noPapersBody }),
      rows: item.documents.map((document, index) => ({
        name: html`<a href="${recordAddress('document', document.id)}" lang="sv">${document.title}</a> <span class="soft">${documentKinds[document.kind][ctx.language]}</span>`,
        acts: html`<div class="row-acts">${index > 0 ? moveButtons(ctx, { about: `: ${document.title}`, up: { action: `${path}/upp`, fields: { documentId: document.id } } }) : null}${postButton(ctx, { action: `${path}/ta-bort`, text: t.remove, about: `: ${document.title}`, variant: 'quiet', fields: { documentId: document.id } })}</div>`,
      })),
    })}
${
  choices.length > 0
    ? card({
        title: t.ofMatter,
        body: form(ctx, {
          action: path,
          submit: t.attach,
          variant: 'secondary',
          body: field(ctx, {
            name: 'documentId',
            label: t.document,
            hint: t.documentHint,
            kind: 'select',
            options: choices.map(({ id, title, datedOn }) => ({
              value: id,
              text: [title, datedOn].filter(Boolean).join(', '),
            })),
            state,
          }),
        }),
      })
    : null
}
${card({
  title: t.upload,
  body: form(ctx, {
    action: `${path}/fil`,
    submit: t.uploadButton,
    variant: 'secondary',
    files: true,
    body: html`${field(ctx, { name: 'file', label: t.file, kind: 'file', state })}${field(ctx, { name: 'title', label: t.fileTitle, hint: t.fileTitleHint, state, optional: true })}`,
  }),
})}
<div class="actions">${linkButton({ text: t.back, href: `${recordAddress('meeting', meeting.id)}/dagordning`, variant: 'secondary' })}</div>`,
  });
}
