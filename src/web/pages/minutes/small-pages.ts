import type { DocumentTree } from '../../../documents/tree/index.ts';
import {
  type Adjustment,
  type ComposedMinutes,
  type Minutes,
  type SectionFacts,
  sectionLabel,
} from '../../../domain/minutes/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { minutesCrumbs } from './minutes-page.ts';
import { texts } from './texts.ts';

/** A page with one form about some minutes: the same frame for each. */
function formPage(
  ctx: RequestContext,
  minutes: Minutes,
  options: {
    readonly title: string;
    readonly before?: Content;
    readonly after?: Content;
    readonly action: string;
    readonly submit: string;
    readonly state: FormState;
    readonly fields: Content;
  },
): Page {
  const here = recordAddress('minutes', minutes.id);
  const meeting = { id: minutes.meetingId, kind: 'meeting' as const, heldOn: minutes.heldOn };
  return page({
    title: options.title,
    width: 'text',
    crumbs: minutesCrumbs(ctx, meeting, minutes, options.title),
    lead: html`<span lang="sv">${minutes.body.name}</span><span>${ctx.format.date(minutes.heldOn)}</span>`,
    body: html`${options.before}${form(ctx, {
      action: `${here}/${options.action}`,
      submit: options.submit,
      state: options.state,
      cancel: { href: here },
      body: options.fields,
    })}${options.after}`,
  });
}

/** Corrects a slip in adjusted minutes: what stands there, what should, and why (R-FL-6). */
export function correctPage(ctx: RequestContext, { minutes, facts }: ComposedMinutes, state: FormState): Page {
  const t = texts[ctx.language];
  return formPage(ctx, minutes, {
    title: t.correctTitle,
    before: html`<p>${t.correctBody}</p>`,
    action: 'ratta',
    submit: t.correct,
    state,
    fields: html`${field(ctx, {
      kind: 'select',
      name: 'itemId',
      label: t.section,
      state,
      optional: true,
      empty: t.wholeMinutes,
      options: facts.sections.map((one) => ({ value: one.itemId, text: `${sectionLabel(one)} ${one.title}` })),
    })}${field(ctx, { name: 'was', label: t.was, state })}${field(ctx, { name: 'isNow', label: t.isNow, state })}${field(ctx, { name: 'reason', label: t.reason, state })}`,
  });
}

/** Sends an extract of one §: the recipients that the § names stand there, and the document as they will get it. */
export function dispatchPage(
  ctx: RequestContext,
  minutes: Minutes,
  section: Pick<SectionFacts, 'itemId' | 'number' | 'itemNumber'>,
  tree: DocumentTree,
  state: FormState,
): Page {
  const t = texts[ctx.language];
  return formPage(ctx, minutes, {
    title: t.extractTitle(sectionLabel(section)),
    action: `utdrag/${section.itemId}`,
    submit: t.dispatch,
    state,
    fields: field(ctx, {
      kind: 'textarea',
      name: 'recipients',
      label: t.recipients,
      hint: t.recipientsHint,
      rows: 5,
      state,
    }),
    after: documentView(tree),
  });
}

/** Announces an adjustment: where the minutes are kept, and the day if it was not today. */
export function announcePage(
  ctx: RequestContext,
  minutes: Minutes,
  adjustment: Adjustment,
  announceBy: string,
  state: FormState,
): Page {
  const t = texts[ctx.language];
  return formPage(ctx, minutes, {
    title: t.announceTitle,
    before: html`<p>${t.announceBy(ctx.format.date(announceBy))}</p>`,
    action: 'anslag',
    submit: t.announce,
    state,
    fields: html`<input type="hidden" name="handling" value="${adjustment.id}">${field(ctx, { name: 'availableAt', label: t.availableAt, hint: t.availableHint, state })}`,
  });
}

/** Notes a signature that was given on paper. */
export function paperPage(ctx: RequestContext, minutes: Minutes, adjustment: Adjustment, state: FormState): Page {
  const t = texts[ctx.language];
  return formPage(ctx, minutes, {
    title: t.paper,
    action: 'papper',
    submit: t.paperNote,
    state,
    fields: html`<input type="hidden" name="handling" value="${adjustment.id}">${field(ctx, {
      kind: 'select',
      name: 'signerId',
      label: t.paperWho,
      state,
      options: adjustment.signers
        .filter(({ signedAt }) => signedAt === null)
        .map(({ id, name }) => ({ value: id, text: name })),
    })}${field(ctx, { kind: 'date', name: 'signedOn', label: t.paperDay, state, width: 'short' })}${field(ctx, { name: 'keptAt', label: t.paperKept, state })}`,
  });
}
