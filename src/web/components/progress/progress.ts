import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { TagTone } from '../tag/tag.ts';

export type ProgressPart = { readonly count: number; readonly text: string; readonly tone: TagTone };

/** How far something has come, in parts: a thin bar for the eye, and the sentence that says the same in words. */
export function progress(ui: Ui, options: { readonly parts: readonly ProgressPart[]; readonly note?: string }): Html {
  const { parts, note } = options;
  const total = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.count, 0),
  );
  let before = 0;
  const bars = parts.map(({ count, tone }) => {
    const x = (before / total) * 100;
    before += count;
    return count === 0
      ? null
      : html`<rect class="progress-${tone}" x="${x.toFixed(2)}" y="0" width="${((count / total) * 100).toFixed(2)}" height="8"/>`;
  });
  return html`<div class="progress"><svg viewBox="0 0 100 8" preserveAspectRatio="none" height="8" aria-hidden="true" focusable="false"><rect class="progress-ground" width="100" height="8"/>${bars}</svg><ul>${parts.map(
    ({ count, text }) => html`<li><b>${ui.format.number(count)}</b> ${text}</li>`,
  )}${note ? html`<li>${note}</li>` : null}</ul></div>`;
}
