import { attributes, type Content, type Html, html } from '../../html.ts';

export type ListedDay = {
  readonly date: string;
  readonly when: Content;
  readonly place: string | null;
  readonly entries: readonly {
    readonly id: string;
    readonly category: string;
    readonly items: readonly string[];
    /** Said where nothing is planned under the category. */
    readonly empty: string;
    readonly note?: Content;
  }[];
};

/** The days of a plan one under the other: the day to the left, what it takes up by category to the right. */
export function dayList(days: readonly ListedDay[]): Html {
  return html`<ol class="day-list">${days.map(
    ({ date, when, place, entries }) =>
      html`<li><div class="day-when"><time datetime="${date}">${when}</time>${place ? html`<span class="day-place" lang="sv">${place}</span>` : null}</div>
<div class="day-entries">${entries.map(
        ({ id, category, items, empty, note }) =>
          html`<section${attributes({ id })}><h4>${category}</h4>${items.length > 0 ? html`<ul lang="sv">${items.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p class="soft">${empty}</p>`}${note}</section>`,
      )}</div></li>`,
  )}</ol>`;
}
