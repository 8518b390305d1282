import * as z from 'zod';
import type { AgendaItem, DiscussionGroup, NotesFacts } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { idempotencyField, idField, optionalText } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { gatheringCrumbs, notesPath } from './notes-page.ts';
import { texts } from './texts.ts';

/** What the form of themes and groups sends: the questions of each theme, and the groups a line each. */
export const themeForm = z.object({
  questions: z.record(idField() as z.ZodType<string, string>, z.string().max(10_000)).default({}),
  groups: optionalText({ maximum: 20_000 }),
  idempotencyKey: idempotencyField,
});

/** The items that questions can stand under. */
export function themesOf(items: readonly AgendaItem[]): readonly AgendaItem[] {
  return items.filter(({ category }) => category === 'theme');
}

/** What the form begins with. */
export function themeValues({ meeting, questions, groups }: NotesFacts): FormState['values'] {
  return {
    ...Object.fromEntries(
      themesOf(meeting.items).map(({ id }) => [`questions.${id}`, (questions.get(id) ?? []).join('\n')]),
    ),
    groups: groups.map(({ name, people }) => `${name}: ${people.join(', ')}`).join('\n'),
  };
}

/** The groups of the form: "Grupp 1: Anna Ek, Bo Al", one a line. */
export function typedGroups(words: string | undefined): readonly DiscussionGroup[] {
  return (words ?? '')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [name = '', people = ''] = line.split(/:(.*)/su);
      return {
        name: name.trim(),
        people: people
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
      };
    });
}

/** The form for the questions of each theme and for the groups in which they are discussed. */
export function themePage(ctx: RequestContext, facts: NotesFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const themes = themesOf(facts.meeting.items);
  return page({
    title: t.themes,
    width: 'text',
    crumbs: gatheringCrumbs(ctx, facts.meeting, t.themes),
    lead: html`<span>${t.themesLead}</span>`,
    body: html`${themes.length === 0 ? html`<p>${t.noThemes}</p>` : null}${form(ctx, {
      action: `${recordAddress('meeting', facts.meeting.id)}/teman`,
      submit: t.save,
      state,
      cancel: { href: notesPath(facts.meeting.id) },
      body: html`${themes.map(({ id, title }) =>
        field(ctx, {
          kind: 'textarea',
          name: `questions.${id}`,
          label: t.themeQuestions(title),
          hint: t.onePerLine,
          rows: 4,
          state,
          optional: true,
        }),
      )}${field(ctx, { kind: 'textarea', name: 'groups', label: t.groups, hint: t.groupsHint, rows: 4, state, optional: true })}`,
    })}`,
  });
}
