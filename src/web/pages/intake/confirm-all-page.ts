import {
  confidenceLevelOf,
  confidenceLevels,
  type Proposal,
  proposalTypes,
  readyToConfirm,
} from '../../../domain/intake/index.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { ReadScene } from './file-frame.ts';
import { labelOf } from './proposal-words.ts';
import { reviewHref, thresholds } from './review-query.ts';
import { texts } from './texts.ts';

/** Which proposals are to be confirmed together: from a confidence on, of one type or of all. */
export type Wanted = { readonly minst?: string | undefined; readonly typ?: string | undefined };

/** The question before many proposals become records at once: what will happen, type by type, in full sentences. */
export function confirmAllPage(
  ctx: RequestContext,
  scene: ReadScene,
  wanted: Wanted,
  state: FormState = freshForm(),
): Page {
  const t = texts[ctx.language];
  const { file, proposals } = scene;
  const address = `/las-in/${file.id}`;
  const minst = wanted.minst ?? '0.9';
  const ready = readyToConfirm(proposals, { minConfidence: Number(minst), type: wanted.typ });
  const open = proposals.filter((one) => one.state === 'open').length;
  const title = file.title ?? file.fileName;
  return page({
    title: t.confirmTitle,
    lead: t.confirmLead,
    crumbs: [{ text: t.title, href: '/las-in' }, { text: title, href: address }, { text: t.confirmTitle }],
    width: 'text',
    body: html`${errorSummary(ctx, state)}${namesFirst(ctx, scene)}${choice(ctx, scene, { minst, typ: wanted.typ })}${
      ready.length === 0
        ? emptyState({ title: t.nothingToConfirm, body: t.nothingToConfirmBody })
        : confirm(ctx, {
            consequences: [
              ...countsByType(ready).map(([type, count]) =>
                t.willBecome(ctx.format.number(count), labelOf(ctx, type, count)),
              ),
              t.willTie,
              t.willAsk,
              ...(open > ready.length ? [t.willStay(ctx.format.number(open - ready.length))] : []),
              t.willUndo,
            ],
            action: `${address}/bekrafta`,
            submit: t.confirmMany(ready.length),
            variant: 'primary',
            cancelHref: address,
            body: html`<input type="hidden" name="minst" value="${minst}">${wanted.typ ? html`<input type="hidden" name="typ" value="${wanted.typ}">` : null}`,
          })
    }`,
  });
}

function choice(ctx: RequestContext, { file, proposals }: ReadScene, { minst, typ }: Wanted) {
  const t = texts[ctx.language];
  const state = freshForm({ minst: minst === '0.9' ? '' : minst, typ });
  const named = (figure: string) =>
    t.atLeast(
      ctx.format.number(Number(figure), 2),
      confidenceLevels[confidenceLevelOf(Number(figure))].label[ctx.language],
    );
  const types = [...new Set(proposals.filter((one) => one.state === 'open').map((one) => one.type))];
  return filterBar(ctx, {
    action: `/las-in/${file.id}/bekrafta`,
    fields: html`${field(ctx, {
      kind: 'select',
      name: 'minst',
      label: t.threshold,
      empty: named('0.9'),
      state,
      options: [
        ...thresholds.filter((figure) => figure !== '0.9').map((figure) => ({ value: figure, text: named(figure) })),
        { value: '0', text: t.thresholdAll },
      ],
    })}${field(ctx, {
      kind: 'select',
      name: 'typ',
      label: t.type,
      empty: t.allTypes,
      state,
      options: types.map((type) => ({ value: type, text: labelOf(ctx, type, 2) })),
    })}`,
  });
}

/** Two names of one body that nobody has decided on would become two bodies. */
function namesFirst(ctx: RequestContext, { file, proposals }: ReadScene): Content {
  const t = texts[ctx.language];
  const names = proposals.filter((one) => one.type === 'bodyAlias' && one.state === 'open').length;
  if (names === 0) return null;
  const href = reviewHref(file.id, { typ: 'bodyAlias' });
  return notice(ctx, {
    tone: 'warning',
    body: html`<p>${t.namesWhy}</p><p><a href="${href}">${t.namesFirst(names)}</a></p>`,
  });
}

/** How many of each type, in the order in which they are written. */
export function countsByType(proposals: readonly Pick<Proposal, 'type'>[]): readonly (readonly [string, number])[] {
  return Object.keys(proposalTypes)
    .map((type) => [type, proposals.filter((one) => one.type === type).length] as const)
    .filter(([, count]) => count > 0);
}
