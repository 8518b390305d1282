import { type Content, type Html, html } from '../../html.ts';

/** Short fields of one line of a matter, side by side where there is room: who pays, how much, of which year. Heard as a group with its name. */
export function fieldRow(legend: string, fields: readonly Content[]): Html {
  return html`<fieldset class="field-row"><legend>${legend}</legend><div class="field-row-cells">${fields}</div></fieldset>`;
}
