import { attributes, type Content, type Html, html } from '../../html.ts';
import { type TagTone, toneShape } from '../tag/tag.ts';

/** One line of the table around which a meeting sits. */
export type PresenceLine = {
  /** The sign that is pressed after a key of presence; absent for a vacant seat. */
  readonly sign?: string;
  readonly name: string;
  readonly about: string | null;
  readonly state: string;
  readonly tone: TagTone;
  /** Who serves for whom, whose turn it is. */
  readonly detail?: Content;
  /** What can be noted about the person; folded away. */
  readonly acts?: Content;
  readonly open?: boolean;
  readonly id?: string;
};

/** Who is in the room in a §, who serves for whom, and what can be noted about each. */
export function presenceList(options: {
  readonly label: string;
  readonly actsLabel: (name: string) => string;
  readonly lines: readonly PresenceLine[];
}): Html {
  const { label, actsLabel, lines } = options;
  return html`<ul class="presence-list" aria-label="${label}">${lines.map(
    ({ sign, name, about, state, tone, detail, acts, open, id }) =>
      html`<li><span class="presence-sign">${sign ? html`<kbd>${sign}</kbd>` : null}</span><div class="presence-who"><p class="presence-name"><span lang="sv">${name}</span>${about ? html` <span class="soft">${about}</span>` : null}</p><p class="presence-state" data-tone="${tone}">${toneShape(tone)} ${state}</p>${
        detail ? html`<div class="presence-detail">${detail}</div>` : null
      }${acts ? html`<details class="presence-acts"${attributes({ open, id })}><summary>${actsLabel(name)}</summary><div class="presence-acts-body">${acts}</div></details>` : null}</div></li>`,
  )}</ul>`;
}
