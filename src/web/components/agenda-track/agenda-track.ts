import { attributes, type Html, html } from '../../html.ts';
import { type TagTone, toneShape } from '../tag/tag.ts';

/** A point of the agenda as the meeting runs through it. */
export type TrackStep = {
  readonly number: string | null;
  readonly title: string;
  /** Absent for what whoever looks may not see. */
  readonly href?: string;
  readonly section: string | null;
  /** When it began and ended, or is planned to begin. */
  readonly time: string | null;
  readonly state: string;
  readonly tone: TagTone;
  readonly shown: boolean;
  readonly now: boolean;
};

/** The agenda during its meeting: which point is dealt with, which are done and how, which are left, each in a word with a shape. */
export function agendaTrack(options: { readonly label: string; readonly steps: readonly TrackStep[] }): Html {
  return html`<ol class="agenda-track" aria-label="${options.label}">${options.steps.map(
    ({ number, title, href, section, time, state, tone, shown, now }) =>
      html`<li${attributes({ 'data-now': now, 'data-shown': shown })}><span class="track-number">${number}</span><div class="track-what"><p class="track-title">${
        href
          ? html`<a${attributes({ href, 'aria-current': shown ? 'step' : undefined, lang: 'sv' })}>${title}</a>`
          : html`<span lang="sv">${title}</span>`
      }</p><p class="track-facts"><span class="track-state" data-tone="${tone}">${toneShape(tone)} ${state}</span>${section ? html`<span>${section}</span>` : null}${time ? html`<span>${time}</span>` : null}</p></div></li>`,
  )}</ol>`;
}
