import { attributes, type Content, type Html, html } from '../../html.ts';

export type AgendaClause = { readonly text: string; readonly warning?: string };

/** A decision as it stands under its item: whose, in which state, and its att-clauses. */
export type AgendaDecision = {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
  readonly state: Content;
  /** The words before the clauses: "Beredning för lokal vård beslutar". */
  readonly lead: string;
  readonly clauses: readonly AgendaClause[];
  readonly notes?: Content;
  readonly actions?: Content;
};

/**
 * One item of an agenda with all that a notice prints under it, and what was decided. The heading carries the printed number, which people say
 * aloud in the meeting; the address of the item is the target of every link that uses it as evidence.
 */
export function agendaItem(options: {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly category: string;
  /** Lines such as "Föredragande: …", each with its label. */
  readonly facts: readonly { readonly label: string; readonly value: Content }[];
  readonly summary?: string | null;
  readonly decisions: readonly AgendaDecision[];
  /** What the item lacks, said where it would stand. */
  readonly gap?: Content;
  readonly more?: Content;
  readonly actions?: Content;
}): Html {
  const { id, number, title, category, facts, summary, decisions, gap, more, actions } = options;
  return html`<article class="agenda-item" id="punkt-${id}" aria-labelledby="punkt-${id}-title">
<h3 id="punkt-${id}-title"><span class="agenda-number">${printedNumber(number)}</span> <span lang="sv">${title}</span></h3>
<div class="agenda-body"><p class="agenda-category">${category}</p>
${facts.length > 0 ? html`<dl class="agenda-facts">${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>` : null}
${gap ? html`<p class="agenda-gap">${gap}</p>` : null}
${decisions.map(decision)}
${summary ? html`<div class="agenda-summary" lang="sv">${paragraphs(summary)}</div>` : null}
${more}
${actions ? html`<div class="actions agenda-actions">${actions}</div>` : null}</div>
</article>`;
}

/** "6." as notices print it; a point of an item has its dot inside ("6.1"). */
function printedNumber(number: string | null): string {
  if (!number) return '–';
  return number.includes('.') ? number : `${number}.`;
}

/** The clauses of a decision, one row each as in the minutes. */
export function clauseList(clauses: readonly AgendaClause[]): Html {
  return html`<ul class="clauses" lang="sv">${clauses.map(
    ({ text, warning }) =>
      html`<li${attributes({ 'data-warning': warning !== undefined })}>${text}${warning ? html`<span class="clause-warning">${warning}</span>` : null}</li>`,
  )}</ul>`;
}

function decision({ id, title, href, state, lead, clauses, notes, actions }: AgendaDecision): Html {
  return html`<div class="agenda-decision" id="beslut-${id}"><p class="decision-head">${href ? html`<a href="${href}" lang="sv">${title}</a>` : html`<span lang="sv">${title}</span>`} ${state}</p>
<p class="decision-lead" lang="sv">${lead}</p>${clauseList(clauses)}${notes}${actions ? html`<div class="actions agenda-actions">${actions}</div>` : null}</div>`;
}

function paragraphs(text: string): Content {
  return text.split(/\n+/).map((line) => html`<p>${line}</p>`);
}
