import { type OpenQuestion, type Proposal, proposalTypes } from '../../../domain/intake/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { filePage, type ReadScene } from './file-frame.ts';
import { manyDone } from './many-notice.ts';
import { questionWords } from './proposal-card.ts';
import { labelOf, proposalTitle } from './proposal-words.ts';
import { reviewHref } from './review-query.ts';
import { texts } from './texts.ts';

/** What a file has become: the records with their addresses, and what still waits with the reason why. */
export type ResultFacts = ReadScene & {
  readonly places: ReadonlyMap<string, string>;
  readonly waiting: readonly { readonly proposal: Proposal; readonly questions: readonly OpenQuestion[] }[];
};

/** So many waiting proposals are explained; the rest are counted. */
export const mostWaiting = 40;

/** The records that a file has become, type by type, with links to them and to the threads they lie in. */
export function resultPage(ctx: RequestContext, facts: ResultFacts): Page {
  const t = texts[ctx.language];
  const confirmed = facts.proposals.filter((one) => one.state === 'confirmed');
  const types = Object.keys(proposalTypes).filter((type) => confirmed.some((one) => one.type === type));
  const records =
    confirmed.length === 0
      ? emptyState({
          title: t.noRecords,
          body: t.noRecordsBody,
          action: linkButton({ text: t.toReviewing, href: `/las-in/${facts.file.id}` }),
        })
      : html`${types.map((type) =>
          recordsOf(
            ctx,
            facts,
            type,
            confirmed.filter((one) => one.type === type),
          ),
        )}`;
  return filePage(
    ctx,
    facts,
    'result',
    html`${manyDone(ctx, facts.file)}<section><h2>${t.records}</h2>${records}</section>${waiting(ctx, facts)}`,
  );
}

function recordsOf(ctx: RequestContext, { places }: ResultFacts, type: string, confirmed: readonly Proposal[]): Html {
  const t = texts[ctx.language];
  const heading = `${capital(labelOf(ctx, type, 2))} (${ctx.format.number(confirmed.length)})`;
  return html`<h3>${heading}</h3><ul>${confirmed.map((one) => {
    const place = one.record && places.get(one.record.id);
    const title = proposalTitle(ctx, one);
    const isThread = one.record?.noun === 'assignment';
    return html`<li>${place ? html`<a href="${place}" lang="sv">${title}</a>` : html`<span lang="sv">${title}</span>`}${isThread ? html` <span class="soft">· ${t.thread.toLowerCase()}</span>` : null}</li>`;
  })}</ul>`;
}

function waiting(ctx: RequestContext, { file, proposals, waiting: open }: ResultFacts): Content {
  const t = texts[ctx.language];
  if (open.length === 0) return null;
  const rest = proposals.filter((one) => one.state === 'open').length - open.length;
  return html`<section><h2>${t.stays}</h2>${table(ctx, {
    caption: t.stays,
    captionHidden: true,
    columns: [
      { key: 'proposal', text: t.proposals },
      { key: 'type', text: t.type },
      { key: 'why', text: t.toSettle },
    ],
    rows: open.map(({ proposal, questions }) => ({
      proposal: html`<a href="${reviewHref(file.id, {}, { post: proposal.id })}" lang="sv">${proposalTitle(ctx, proposal)}</a>`,
      type: labelOf(ctx, proposal.type),
      why: whyItStays(ctx, proposal, questions),
    })),
  })}${rest > 0 ? html`<p><a href="/las-in/${file.id}">${t.staysMore(ctx.format.number(rest))}</a></p>` : null}</section>`;
}

/** A suggestion alone is no hindrance, so it is said only when nothing else is. */
function whyItStays(ctx: RequestContext, proposal: Proposal, questions: readonly OpenQuestion[]): Content {
  const hindering = questions.filter((one) => one.code !== 'suggestion');
  const said = hindering.length > 0 ? hindering : questions;
  if (said.length === 0) return texts[ctx.language].staysNothing;
  return html`${said.map((one, index) => html`${index > 0 ? html`<br>` : null}${questionWords(ctx, proposal, one)}`)}`;
}

export function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1);
}
