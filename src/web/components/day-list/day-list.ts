import { attributes, type Content, type Html, html } from '../../html.ts';

export type ListedDay = {
  readonly date: string;
  readonly when: Content;
  readonly place: string | null;
  /** What can be done with the day, and what became of it. */
  readonly beside?: Content;
  readonly id?: string;
  readonly entries: readonly {
    readonly id: string;
    readonly category: string;
    readonly items: readonly Content[];
    /** Said where nothing is planned under the category. */
    readonly empty: string;
    readonly note?: Content;
  }[];
};

/** The days of a plan one under the other: the day to the left, what it takes up by category to the right. */
export function dayList(days: readonly ListedDay[]): Html {
  return html`<ol class="day-list">${days.map(
    ({ date, when, place, beside, id, entries }) =>
      html`<li${attributes({ id })}><div class="day-when"><time datetime="${date}">${when}</time>${place ? html`<span class="day-place" lang="sv">${place}</span>` : null}${beside}</div>
<div class="day-entries">${entries.map(
        ({ id, category, items, empty, note }) =>
          html`<section${attributes({ id })}><h4>${category}</h4>${items.length > 0 ? html`<ul lang="sv">${items.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p class="soft">${empty}</p>`}${note}</section>`,
      )}</div></li>`,
  )}</ol>`;
}
