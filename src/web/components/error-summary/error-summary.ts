import type { FormState, Ui } from '../../contracts.ts';
import { fieldId, type Html, html } from '../../html.ts';
import { problemText } from '../../texts/index.ts';

/**
 * What has to be corrected, gathered at the top: it takes focus (with script at once, without it as the first stop) and each row leads to its
 * field. The anatomy is GOV.UK's, which has been tested with many kinds of readers.
 */
export function errorSummary(ui: Ui, state: FormState, labels: Readonly<Record<string, string>> = {}): Html | null {
  if (state.problems.length === 0) return null;
  const { errorSummary: one, errorSummaryMany: many } = ui.t.components;
  return html`<div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex="-1" data-focus>
<h2 id="error-summary-title">${state.problems.length === 1 ? one : many(state.problems.length)}</h2>
<ul>${state.problems.map((problem) => {
    const label = labels[problem.path];
    const sentence = html`${label ? html`${label}: ` : null}${problemText(ui, problem)}`;
    return html`<li>${problem.path ? html`<a href="#${fieldId(problem.path)}">${sentence}</a>` : sentence}</li>`;
  })}</ul>
</div>`;
}
