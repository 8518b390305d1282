import type { FormState, Ui } from '../../contracts.ts';
import { fieldId, type Html, html } from '../../html.ts';

const ours = new Set(['csrf', 'idempotencyKey', 'version']);

/** What someone had typed in a form that could not be taken, so that it can be copied: a session that ran out must not eat an hour's text. */
export function keptText(ui: Ui, values: FormState['values']): Html | null {
  const kept = Object.entries(values).filter(
    ([name, value]) =>
      !ours.has(name) && !/password|losenord/i.test(name) && [value].flat().some((text) => text?.trim()),
  );
  if (kept.length === 0) return null;
  const { keptText: title, keptTextHelp } = ui.t.components;
  return html`<section class="kept-text"><h2>${title}</h2><p>${keptTextHelp}</p>${kept.map(([name, value], index) => {
    const text = [value].flat().join('\n');
    const id = `${fieldId(name)}-kept-${index}`;
    return html`<div class="field"><label for="${id}">${name}</label><textarea class="ds-input" id="${id}" readonly rows="${Math.min(14, text.split('\n').length + Math.ceil(text.length / 90))}">${`\n${text}`}</textarea></div>`;
  })}</section>`;
}
