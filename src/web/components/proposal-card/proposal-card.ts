import { attributes, type Content, type Html, html } from '../../html.ts';

export type ProposalCardOptions = {
  readonly id: string;
  readonly title: string;
  /** Chooses the proposal: its source is shown beside, and what can be done with it. */
  readonly href: string;
  /** The one that is looked at; at most one of a page. */
  readonly current?: boolean;
  /** The box that takes it with others. */
  readonly tick?: Content;
  /** Confidence and state, and what kind it is, on one line. */
  readonly facts: Content;
  /** What it says, what must be settled and what can be done; only the current one has these. */
  readonly body?: Content;
};

/** A proposed record in a list that is gone through: one line when it waits, everything about it when it is looked at. */
export function proposalCard({ id, title, href, current, tick, facts, body }: ProposalCardOptions): Html {
  return html`<li class="proposal-card"${attributes({ id, 'data-tone': current && 'current', 'aria-current': current && 'true', tabindex: current && -1 })}>
<div class="proposal-head">${tick}<h3 class="proposal-title"><a href="${href}" lang="sv">${title}</a></h3></div>
<p class="proposal-facts">${facts}</p>
${body}
</li>`;
}

/** The list that the cards stand in. */
export function proposalList(label: string, items: readonly Html[]): Html {
  return html`<ol class="proposal-list" aria-label="${label}">${items}</ol>`;
}
