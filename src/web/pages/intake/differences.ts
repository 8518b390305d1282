import { type FieldEntry, fieldOfDifference, type Proposal, proposalType } from '../../../domain/intake/index.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { fieldWords } from './proposal-words.ts';
import type { ReviewFacts } from './review-page.ts';
import { texts } from './texts.ts';

/** Where the register says something else than the proposal: both beside each other, and what a person can do. */
export function differencesOf(ctx: RequestContext, proposal: Proposal, { questions, recorded }: ReviewFacts): Content {
  const found = questions.flatMap((one) => one.differences ?? []);
  if (found.length === 0) return null;
  const t = texts[ctx.language];
  const words = (field: string, value: unknown): Content =>
    fieldWords(
      ctx,
      proposal.type,
      field,
      fieldEntry(proposal.type, field) ?? { kind: 'text', label: { sv: field, en: field } },
      value,
    );
  return html`${notice(ctx, { tone: 'warning', title: t.differs, body: html`<p>${t.differsHelp}</p>${recorded ? html`<p><a href="${recorded}">${t.openRecord}</a></p>` : null}` })}${table(
    ctx,
    {
      caption: t.differs,
      captionHidden: true,
      columns: [
        { key: 'field', text: t.field },
        { key: 'recorded', text: t.inRegister },
        { key: 'proposed', text: t.inProposal },
      ],
      rows: found.map(({ field, recorded, proposed }) => ({
        field: fieldLabel(ctx, proposal.type, field) ?? field,
        recorded: words(field, recorded),
        proposed: words(field, proposed),
      })),
    },
  )}`;
}

/** What a field of a type is called; a field that only the register has is called as its counterpart. */
export function fieldLabel(ctx: Pick<RequestContext, 'language'>, type: string, field: string): string | undefined {
  return fieldEntry(type, field)?.label[ctx.language];
}

function fieldEntry(type: string, field: string): FieldEntry | undefined {
  const name = fieldOfDifference(type, field);
  return name === undefined ? undefined : proposalType(type)?.fields[name];
}
