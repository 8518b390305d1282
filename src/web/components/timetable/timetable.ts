import { attributes, type Content, type Html, html } from '../../html.ts';

export type Slot = {
  readonly start?: string;
  readonly end?: string;
  /** The number of the item in the agenda. */
  readonly number?: string;
  readonly title: string;
  readonly href?: string;
  readonly presenters?: readonly string[];
  readonly note?: Content;
  readonly state?: 'done' | 'now' | 'pause';
};

/** The day of a meeting in the order it is held: when, which item, what, who presents. */
export function timetable(options: { readonly label: string; readonly slots: readonly Slot[] }): Html {
  return html`<ol class="timetable" aria-label="${options.label}">${options.slots.map((slot) => {
    const { start, end, number, title, href, presenters = [], note, state } = slot;
    return html`<li${attributes({ 'data-state': state, 'aria-current': state === 'now' && 'step' })}><span class="slot-time">${start ? html`<time>${start}</time>` : null}${start && end ? html`–<time>${end}</time>` : null}</span><span class="slot-number">${number}</span><div class="slot-what"><p class="slot-title">${href ? html`<a href="${href}">${title}</a>` : title}</p>${presenters.length > 0 ? html`<p class="slot-who">${presenters.join(', ')}</p>` : null}${note ? html`<div class="slot-note">${note}</div>` : null}</div></li>`;
  })}</ol>`;
}
