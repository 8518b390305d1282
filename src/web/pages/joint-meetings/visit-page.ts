import * as z from 'zod';
import type { NotesFacts, Visit } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { idempotencyField, idField, manyOf, optionalText, text, versionField } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { gatheringCrumbs, notesPath } from './notes-page.ts';
import { texts } from './texts.ts';

/** What the form of a visit sends. */
export const visitForm = z.object({
  purpose: text({ maximum: 5_000 }),
  hostedBy: optionalText({ maximum: 300 }),
  learnt: optionalText({ maximum: 50_000 }),
  focusAreaIds: manyOf(idField()),
  version: versionField,
  idempotencyKey: idempotencyField,
});

/** What the form begins with. */
export function visitValues(visit: Visit | undefined): FormState['values'] {
  return {
    purpose: visit?.purpose ?? '',
    hostedBy: visit?.hostedBy ?? '',
    learnt: visit?.learnt ?? '',
    focusAreaIds: visit?.focusAreas.map(({ id }) => id) ?? [],
  };
}

/** The form for what a study visit or workshop was for, and what was learnt. */
export function visitPage(
  ctx: RequestContext,
  { meeting, visit }: NotesFacts,
  focusAreas: readonly { readonly id: string; readonly text: string }[],
  state: FormState,
): Page {
  const t = texts[ctx.language];
  return page({
    title: t.visit,
    width: 'text',
    crumbs: gatheringCrumbs(ctx, meeting, t.visit),
    lead: html`<span>${t.visitLead}</span>`,
    body: html`${bothTexts(ctx, {
      state,
      fields: [
        { name: 'purpose', label: t.purpose, saved: visit?.purpose ?? '' },
        { name: 'hostedBy', label: t.hostedBy, saved: visit?.hostedBy ?? '' },
        { name: 'learnt', label: t.learnt, saved: visit?.learnt ?? '' },
      ],
    })}${form(ctx, {
      action: `${recordAddress('meeting', meeting.id)}/besok`,
      submit: t.save,
      state,
      version: visit?.version ?? 0,
      labels: { purpose: t.purpose },
      cancel: { href: notesPath(meeting.id) },
      body: html`${field(ctx, { kind: 'textarea', name: 'purpose', label: t.purpose, rows: 3, state })}
${field(ctx, { name: 'hostedBy', label: t.hostedBy, state, optional: true })}
${field(ctx, { kind: 'textarea', name: 'learnt', label: t.learnt, hint: t.learntHint, rows: 8, state, optional: true })}
${
  focusAreas.length > 0
    ? choices(ctx, {
        kind: 'checkbox',
        name: 'focusAreaIds',
        legend: t.focusAreas,
        options: focusAreas.map(({ id, text: words }) => ({ value: id, text: words })),
        state,
      })
    : null
}`,
    })}`,
  });
}
