import { type AgendaChanges, agendaAspects, type FrozenItem, itemAspects } from '../../../domain/meetings/index.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './agenda-texts.ts';

/** What changed between two versions of an agenda, item by item, as a supplement says it. */
export function changesList(ctx: RequestContext, changes: AgendaChanges): Html {
  const t = texts[ctx.language];
  const line = (label: string, item: FrozenItem, more: Html | null = null) =>
    html`<li><strong>${label}:</strong> <span lang="sv">${[item.number, item.title].filter(Boolean).join(' ')}</span>${more}</li>`;
  return html`<ul>${changes.added.map((item) => line(t.added, item))}
${changes.removed.map((item) => line(t.removed, item))}
${changes.changed.map(({ after, aspects, addedDocuments, removedDocuments }) =>
  line(
    t.changed,
    after,
    html` (${aspects.map((aspect) => itemAspects[aspect][ctx.language]).join(', ')})${titles(t.addedDocuments, addedDocuments)}${titles(t.removedDocuments, removedDocuments)}`,
  ),
)}
${changes.aspects.map((aspect) => html`<li>${sentence(agendaAspects[aspect][ctx.language])}</li>`)}</ul>`;
}

function titles(label: string, names: readonly string[]): Html | null {
  return names.length === 0 ? null : html`<br>${label}: <span lang="sv">${names.join('; ')}</span>`;
}

const sentence = (words: string) => `${words.charAt(0).toLocaleUpperCase('sv')}${words.slice(1)}`;
