import { type FieldEntry, type Fields, type Proposal, proposalType } from '../../../domain/intake/index.ts';
import { button, linkButton } from '../../components/button/button.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { sideBySide } from '../../components/side-by-side/side-by-side.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { editFields, fieldNames, formValues } from './edit-form.ts';
import type { ReadScene } from './file-frame.ts';
import { confidenceTag } from './proposal-card.ts';
import { fieldWords, labelOf, proposalFacts, proposalTitle, sameValue } from './proposal-words.ts';
import { actionHref, type ReviewQuery, reviewHref } from './review-query.ts';
import { sourceSide } from './source-side.ts';
import { texts } from './texts.ts';

export type EditFacts = ReadScene & {
  readonly proposal: Proposal;
  readonly text: string | null;
  readonly query: ReviewQuery;
};

/** The fields of one proposal to be corrected, with its source beside; after a conflict also what somebody else has saved. */
export function editPage(ctx: RequestContext, facts: EditFacts, state?: FormState): Page {
  const t = texts[ctx.language];
  const { file, proposal, query, text } = facts;
  const title = proposalTitle(ctx, proposal);
  const back = reviewHref(file.id, query, { post: proposal.id });
  const shownState = state ?? freshForm(formValues(proposal));
  const left =
    proposal.state === 'open'
      ? html`${form(ctx, {
          action: actionHref(file.id, proposal.id, 'andra', query),
          version: proposal.version,
          submit: t.save,
          state: shownState,
          labels: fieldNames(ctx, proposal.type),
          cancel: { href: back },
          more: button({ text: t.saveAndConfirm, variant: 'secondary', name: 'sedan', value: 'bekrafta' }),
          body: html`${conflict(ctx, proposal, state)}${editFields(ctx, proposal, shownState)}`,
        })}`
      : html`${notice(ctx, { tone: 'info', body: t.editNotOpen })}${summaryList(proposalFacts(ctx, proposal))}${linkButton({ text: t.toReviewing, href: back, variant: 'secondary' })}`;
  return page({
    title: t.editTitle(title),
    width: 'wide',
    crumbs: [{ text: t.title, href: '/las-in' }, { text: file.title ?? file.fileName, href: back }, { text: t.change }],
    lead: html`${confidenceTag(ctx, proposal.confidence)} ${labelOf(ctx, proposal.type)} · ${t.rule} <code translate="no">${proposal.rule}</code>`,
    body: sideBySide({
      left,
      right: sourceSide(ctx, proposal, text, false),
      leftLabel: t.change,
      rightLabel: t.source,
      sticky: true,
    }),
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
