import * as z from 'zod';
import {
  type AgendaItem,
  clausesInMemo,
  type FrozenProposal,
  type MeetingDetail,
  type Memo,
  type MemoContent,
  type MemoSection,
  memoGaps,
  memoSectionCodes,
  memoSections,
  memoStates,
  printedClauses,
  proposesOtherwise,
} from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { clauseList } from '../../components/agenda-item/agenda-item.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { checkbox, idempotencyField, optionalText, versionField } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { problemText } from '../../texts/index.ts';
import { meetingCrumbs } from './agenda-item-form-page.ts';
import { itemPath } from './agenda-section.ts';
import { fileLinks } from './documents-card.ts';
import { texts } from './memo-texts.ts';

const long = () => optionalText({ maximum: 20_000 });

/** What the form of a memo sends: a text for each section, and for those of consequences a box that says that there are none. */
export const memoForm = z.object({
  unit: optionalText({ maximum: 200 }),
  officer: optionalText({ maximum: 200 }),
  summary: long(),
  description: long(),
  perspectives: long(),
  finances: long(),
  followUp: long(),
  nonePerspectives: checkbox(),
  noneFinances: checkbox(),
  basis: long(),
  signatures: long(),
  recipients: long(),
  version: versionField,
  idempotencyKey: idempotencyField,
});

const noneFields = { perspectives: 'nonePerspectives', finances: 'noneFinances' } as const satisfies Partial<
  Record<MemoSection, keyof z.output<typeof memoForm>>
>;
type AnsweredSection = keyof typeof noneFields;
const answered = Object.keys(noneFields) as readonly AnsweredSection[];

/** What a form of a memo says. */
export function contentOfForm(typed: z.output<typeof memoForm>): MemoContent {
  const sections = memoSectionCodes.flatMap((code) => (typed[code] ? [[code, typed[code]] as const] : []));
  return {
    unit: typed.unit ?? null,
    officer: typed.officer ?? null,
    sections: Object.fromEntries(sections),
    noConsequences: answered.filter((code) => typed[noneFields[code]]),
    basis: lines(typed.basis),
    signatures: (typed.signatures ?? '').split(/\n\s*\n/).flatMap((one) => one.trim() || []),
    recipients: lines(typed.recipients),
  };
}

const lines = (text = '') => text.split('\n').flatMap((line) => line.trim() || []);

/** A memo as the fields of its form; one that is not begun has the item's documents as its basis. */
export function memoValues(memo: MemoContent | undefined, item: AgendaItem): Record<string, string> {
  const basis = memo?.basis ?? item.documents.map(({ title }) => title);
  return {
    unit: memo?.unit ?? '',
    officer: memo?.officer ?? '',
    ...Object.fromEntries(memoSectionCodes.map((code) => [code, memo?.sections[code] ?? ''])),
    ...Object.fromEntries(
      answered.flatMap((code) => (memo?.noConsequences.includes(code) ? [[noneFields[code], 'on']] : [])),
    ),
    basis: basis.join('\n'),
    signatures: (memo?.signatures ?? []).join('\n\n'),
    recipients: (memo?.recipients ?? []).join('\n'),
  };
}

/** What the page of a memo shows. */
export type MemoFacts = {
  readonly meeting: MeetingDetail;
  readonly item: AgendaItem;
  readonly memo: Memo | undefined;
  readonly proposals: readonly FrozenProposal[];
  /** The texts of the memos that were read in and belong to the item. */
  readonly read: readonly { readonly title: string; readonly text: string }[];
};

/** The memo of an item: its head from the records, the proposal of the item, and the headings that the official writes. */
export function memoPage(ctx: RequestContext, facts: MemoFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const { meeting, item, memo, proposals } = facts;
  const path = `${itemPath(meeting, item)}/pm`;
  const saved = memoValues(memo, item);
  const status = memo ?? { state: 'draft' as const };
  return page({
    title: t.title,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, t.title),
    lead: html`${tag({ text: memoStates[status.state][ctx.language], tone: status.state === 'ready' ? 'ok' : 'neutral' })}<span lang="sv">${item.title}</span>${memo ? fileLinks(ctx, path, t.title) : null}`,
    body: html`${head(ctx, meeting, item)}
<section><h2>${t.proposal}</h2>${
      proposals.length === 0
        ? html`<p>${t.noProposal}</p><div class="actions">${linkButton({ text: t.writeProposal, href: `${itemPath(meeting, item)}/beslut`, variant: 'secondary' })}</div>`
        : proposals.map(
            ({ body, clauses }) =>
              html`<p lang="sv">${t.decides(body)}</p>${clauseList(printedClauses(clauses).map((text) => ({ text })))}`,
          )
    }</section>${otherwise(ctx, facts)}
${bothTexts(ctx, { state, fields: Object.entries(labels(ctx)).map(([name, label]) => ({ name, label, saved: saved[name] ?? '' })) })}
${memo?.state === 'ready' ? readyMemo(ctx, memo, path) : memoFields(ctx, memo, path, meeting, state)}`,
  });
}

function head(ctx: RequestContext, meeting: MeetingDetail, item: AgendaItem): Html {
  const t = texts[ctx.language];
  return summaryList([
    { term: t.body, value: html`<span lang="sv">${meeting.body.name}</span>` },
    { term: t.heldOn, value: meeting.heldOn },
    { term: t.registrationNumber, value: item.matter?.registrationNumber ?? '–' },
  ]);
}

/** A memo that was written elsewhere and read in may propose something else than the notice; both are shown, and a person decides. */
function otherwise(ctx: RequestContext, { read, proposals }: MemoFacts): Content {
  const t = texts[ctx.language];
  return read.flatMap(({ title, text }) => {
    const clauses = clausesInMemo(text);
    if (!proposesOtherwise(clauses, proposals)) return [];
    const list = (all: readonly string[]) => clauseList(all.map((clause) => ({ text: clause })));
    return [
      notice(ctx, {
        tone: 'warning',
        title: t.differs,
        body: html`<p>${t.differsBody(title)}</p>${list(clauses)}<p>${t.noticeSays}</p>${list(proposals.flatMap((one) => one.clauses))}`,
      }),
    ];
  });
}

function memoFields(
  ctx: RequestContext,
  memo: Memo | undefined,
  path: string,
  meeting: MeetingDetail,
  state: FormState,
): Html {
  const t = texts[ctx.language];
  const gaps = memo ? memoGaps(memo) : [];
  const area = (name: string, label: string, rows: number, hint?: string, optional = true) =>
    field(ctx, { name, label, ...(hint && { hint }), kind: 'textarea', rows, state, optional });
  return html`<h2>${t.text}</h2>${form(ctx, {
    action: path,
    submit: t.save,
    state,
    labels: labels(ctx),
    version: memo?.version ?? 0,
    cancel: { href: `${recordAddress('meeting', meeting.id)}#dagordning` },
    body: html`${field(ctx, { name: 'unit', label: t.unit, state, optional: true })}
${field(ctx, { name: 'officer', label: t.officer, state })}
${memoSectionCodes.map((code) => {
  const none = code in noneFields ? noneFields[code as AnsweredSection] : undefined;
  return html`${area(code, memoSections[code].label[ctx.language], code === 'summary' || code === 'description' ? 7 : 3, undefined, memoSections[code].needed === 'optional')}${none ? tickBox({ name: none, label: t.none, state }) : null}`;
})}
${area('basis', t.basis, 4, t.basisHint)}
${area('signatures', t.signatures, 4, t.signaturesHint)}
${area('recipients', t.recipients, 3, t.recipientsHint)}`,
  })}${
    memo
      ? card({
          title: gaps.length > 0 ? t.gaps : t.finish,
          level: 2,
          body:
            gaps.length > 0
              ? html`<ul>${gaps.map((gap) => html`<li>${labels(ctx)[gap.path]}: ${problemText(ctx, gap)}</li>`)}</ul>`
              : postButton(ctx, { action: `${path}/klar`, text: t.finish, version: memo.version }),
        })
      : null
  }`;
}

function readyMemo(ctx: RequestContext, memo: Memo, path: string): Html {
  const t = texts[ctx.language];
  return card({
    title: t.ready,
    body: html`<p>${t.readyBody}</p>${postButton(ctx, { action: `${path}/oppna`, text: t.reopen, variant: 'secondary', version: memo.version })}`,
  });
}

function labels(ctx: RequestContext): Record<string, string> {
  const { unit, officer, basis, signatures, recipients } = texts[ctx.language];
  const sections = memoSectionCodes.map((code) => [code, memoSections[code].label[ctx.language]] as const);
  return { unit, officer, ...Object.fromEntries(sections), basis, signatures, recipients };
}
