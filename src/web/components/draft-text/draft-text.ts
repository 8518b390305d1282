import type { RequestContext } from '../../contracts.ts';
import { attributes, fieldId, type Html, html } from '../../html.ts';
import { localized } from '../../localized.ts';
import { button } from '../button/button.ts';
import { hiddenFields } from '../form/form.ts';

const texts = localized(
  {
    save: 'Spara',
    never: 'Ingen har skrivit här än.',
    saved: (who: string, when: string) => `Sparat av ${who} ${when}`,
    title: 'Någon annan har ändrat texten medan du skrev',
    theirs: 'Sparat nu',
    mine: 'Det du skrev',
    keepMine: 'Spara min text',
    takeTheirs: 'Ta den sparade texten',
    both: 'Sätt samman båda',
    use: 'Visa den nya texten i fältet',
  },
  {
    save: 'Save',
    never: 'Nobody has written here yet.',
    saved: (who: string, when: string) => `Saved by ${who} ${when}`,
    title: 'Somebody else changed the text while you were writing',
    theirs: 'Saved now',
    mine: 'What you wrote',
    keepMine: 'Save my text',
    takeTheirs: 'Take the saved text',
    both: 'Put both together',
    use: 'Show the new text in the field',
  },
);

/**
 * A running text that is saved while it is written, several people at a time: each field has a version of its own. Without script it is a form
 * with a button. With script (`assets/meeting.js`) it saves itself; when somebody else saved meanwhile both texts are shown and none is lost.
 */
export function draftText(
  ctx: RequestContext,
  options: {
    readonly action: string;
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly body: string;
    readonly version: number;
    readonly editedBy: string | null;
    readonly editedAt: string | null;
    readonly rows?: number;
    readonly shortcut?: string;
    /** What was typed and refused, beside what is saved. */
    readonly typed?: string | undefined;
    readonly readOnly?: boolean;
  },
): Html {
  const { action, name, label, hint, body, version, editedBy, editedAt, rows = 3, shortcut, typed, readOnly } = options;
  const t = texts[ctx.language];
  const id = fieldId(name);
  const status = editedBy && editedAt ? t.saved(editedBy, ctx.format.clock(new Date(editedAt))) : t.never;
  const described = [hint && `${id}-hint`, `${id}-status`].filter(Boolean).join(' ');
  return html`<form method="post" action="${action}" class="draft-text" data-draft="${name}" data-version="${version}">${hiddenFields(ctx, version)}
<label for="${id}">${label}${shortcut ? html` <kbd aria-hidden="true">${shortcut.toUpperCase()}</kbd>` : null}</label>${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : null}
<textarea${attributes({ class: 'ds-input', id, name: 'body', rows, lang: 'sv', readonly: readOnly, 'aria-describedby': described, 'data-key-focus': shortcut, autocomplete: 'off' })}>${`\n${typed ?? body}`}</textarea>
<div class="draft-foot"><p class="draft-status" id="${id}-status" data-draft-status>${status}</p>${readOnly ? null : html`<span data-draft-save>${button({ text: t.save, variant: 'secondary', about: label })}</span>`}</div>
<div class="draft-other" data-draft-other role="alert"${attributes({ hidden: typed === undefined })}><p><strong data-draft-title>${t.title}</strong></p><div class="draft-both"><div><h4>${t.theirs}</h4><p class="draft-words" data-draft-theirs lang="sv">${body}</p></div><div data-draft-mine-box><h4>${t.mine}</h4><p class="draft-words" data-draft-mine lang="sv">${typed ?? ''}</p></div></div><div class="actions" data-draft-choices hidden><button type="button" class="ds-button" data-variant="secondary" data-draft-choice="mine">${t.keepMine}</button><button type="button" class="ds-button" data-variant="secondary" data-draft-choice="theirs">${t.takeTheirs}</button><button type="button" class="ds-button" data-variant="tertiary" data-draft-choice="both">${t.both}</button></div><div class="actions" data-draft-use hidden><button type="button" class="ds-button" data-variant="secondary" data-draft-choice="theirs">${t.use}</button></div></div></form>`;
}
