import type { FormState, Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { localized } from '../../localized.ts';
import { notice } from '../notice/notice.ts';
import { table } from '../table/table.ts';

const texts = localized(
  {
    title: 'Någon annan har sparat medan du skrev',
    same: 'Det du skrev är detsamma som det som är sparat. Du behöver inte spara igen.',
    field: 'Fält',
    saved: 'Sparat nu',
    typed: 'Det du skrev',
    empty: 'tomt',
  },
  {
    title: 'Someone else saved while you were writing',
    same: 'What you wrote is the same as what is saved. You need not save again.',
    field: 'Field',
    saved: 'Saved now',
    typed: 'What you wrote',
    empty: 'empty',
  },
);

/** A field of a form as it is saved now, in the words in which the form shows it. */
export type SavedField = { readonly name: string; readonly label: string; readonly saved: string };

/**
 * What two people wrote at the same time, field by field, above the form in which the second text still stands: nothing is lost and nothing is
 * overwritten unseen. Shown only after a conflict; fields that are equal are left out.
 */
export function bothTexts(
  ui: Ui,
  options: {
    readonly state: FormState;
    readonly fields: readonly SavedField[];
    /** How a typed value reads on the page: the label of a code, for instance. */
    readonly show?: (name: string, value: string) => string;
  },
): Html | null {
  const { state, fields, show = (_, value) => value } = options;
  if (state.conflict === undefined) return null;
  const t = texts[ui.language];
  const typedIn = (name: string) => [state.values[name] ?? ''].flat().join('\n').replace(/\r\n?/g, '\n').trim();
  const differing = fields
    .map(({ name, label, saved }) => ({ label, saved, typed: show(name, typedIn(name)) }))
    .filter(({ saved, typed }) => saved.trim() !== typed);
  const words = (text: string) => (text.trim() ? html`<span class="both-text" lang="sv">${text}</span>` : t.empty);
  return html`<section class="both-texts">${notice(ui, {
    tone: 'warning',
    title: t.title,
    body: differing.length === 0 ? html`<p>${t.same}</p>` : null,
  })}${
    differing.length === 0
      ? null
      : table(ui, {
          caption: t.title,
          captionHidden: true,
          columns: [
            { key: 'label', text: t.field },
            { key: 'saved', text: t.saved },
            { key: 'typed', text: t.typed },
          ],
          rows: differing.map(({ label, saved, typed }) => ({ label, saved: words(saved), typed: words(typed) })),
        })
  }</section>`;
}
