import { type FieldEntry, type Fields, type Proposal, proposalType } from '../../../domain/intake/index.ts';
import { button } from '../../components/button/button.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { editFields, fieldNames, formValues } from './edit-form.ts';
import { fieldWords, sameValue } from './proposal-words.ts';
import type { ReviewFacts } from './review-page.ts';
import { actionHref, reviewHref } from './review-query.ts';
import { texts } from './texts.ts';

/** The card of a proposal turned into its form, where it stands in the list; after a conflict also what somebody else has saved. */
export function editCard(ctx: RequestContext, proposal: Proposal, { file, query, editing }: ReviewFacts): Html {
  const t = texts[ctx.language];
  if (proposal.state !== 'open') return notice(ctx, { tone: 'info', body: t.editNotOpen });
  const typed = editing === 'fresh' ? undefined : editing;
  const state = typed ?? freshForm(formValues(proposal));
  return form(ctx, {
    action: actionHref(file.id, proposal.id, 'andra', query),
    version: proposal.version,
    submit: t.save,
    state,
    labels: fieldNames(ctx, proposal.type),
    cancel: { href: reviewHref(file.id, { ...query, nyss: undefined }, { post: proposal.id }) },
    more: button({ text: t.saveAndConfirm, variant: 'secondary', name: 'sedan', value: 'bekrafta' }),
    body: html`${conflict(ctx, proposal, typed)}${editFields(ctx, proposal, state)}`,
  });
}

/**
 * Somebody else saved meanwhile: where the two differ, mine and theirs beside each other. The form holds mine and the new version, so that saving
 * again is a choice.
 */
function conflict(ctx: RequestContext, proposal: Proposal, state: FormState | undefined): Content {
  const found = state?.conflict as { readonly current?: Proposal; readonly written?: Fields } | undefined;
  if (!found?.current) return null;
  const t = texts[ctx.language];
  const mine: Fields = { ...proposal.fields, ...found.written };
  const differing = Object.entries(proposalType(proposal.type)?.fields ?? {}).filter(
    ([name]) => !sameValue(mine[name], proposal.fields[name]),
  );
  const words = (fields: Fields, name: string, entry: FieldEntry): Content =>
    fieldWords(ctx, proposal.type, name, entry, fields[name]) ?? t.notStated;
  return table(ctx, {
    caption: t.bothTexts,
    columns: [
      { key: 'field', text: t.field },
      { key: 'mine', text: t.mine },
      { key: 'theirs', text: t.theirs },
    ],
    rows: differing.map(([name, entry]) => ({
      field: entry.label[ctx.language],
      mine: words(mine, name, entry),
      theirs: words(proposal.fields, name, entry),
    })),
  });
}
