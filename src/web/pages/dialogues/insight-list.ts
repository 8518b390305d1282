import { insightKinds, type ToldInsight } from '../../../domain/dialogues/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** What was learnt, each with the goal it is about and what it has led to; what has led to nothing says so. */
export function insightList(
  ctx: RequestContext,
  insights: readonly ToldInsight[],
  options: { readonly edit?: boolean; readonly source?: boolean } = {},
): Html {
  const t = texts[ctx.language];
  return html`<ol>${insights.map((one) => {
    const own = `${recordAddress('dialogue', one.dialogueId)}/lardomar/${one.id}`;
    const facts = [
      insightKinds[one.kind][ctx.language],
      one.goal &&
        !options.source &&
        html`${t.goal}: <a href="${recordAddress('goal', one.goal.id)}" lang="sv">${one.goal.statement ?? one.goal.heading}</a>`,
      one.assignment &&
        html`${t.assignment}: <a href="${recordAddress('assignment', one.assignment.id)}" lang="sv">${one.assignment.title}</a>`,
      options.source &&
        html`${t.from} <a href="${recordAddress('dialogue', one.dialogueId)}" lang="sv">${one.dialogueTitle}</a>`,
    ].filter((fact) => fact !== null && fact !== false && fact !== undefined);
    return html`<li id="insikt-${one.id}"><p><strong lang="sv">${one.insight}</strong><br><span class="soft">${facts.map((fact, index) => html`${index > 0 ? ' · ' : null}${fact}`)}</span></p>${
      one.answer ? html`<p>${t.answered}: <span lang="sv">${one.answer}</span></p>` : null
    }${
      one.changes.length > 0
        ? html`<p>${t.whatChanged}:</p><ul>${one.changes.map(
            ({ sentence, record, notedOn }) =>
              html`<li><span lang="sv">${sentence}</span> <a href="${recordAddress(record.noun, record.id)}" lang="sv">${record.title}</a> <span class="soft">(${t.nouns[record.noun]}, ${ctx.format.date(notedOn)})</span></li>`,
          )}</ul>`
        : one.kind === 'conclusion'
          ? html`<p class="soft">${t.nothingChanged}</p>`
          : null
    }${options.edit ? html`<p><a href="${own}">${t.changeThis}<span class="sr-only"> ${one.insight}</span></a> · <a href="${own}/andring">${t.noteChange}<span class="sr-only">: ${one.insight}</span></a></p>` : null}</li>`;
  })}</ol>`;
}
