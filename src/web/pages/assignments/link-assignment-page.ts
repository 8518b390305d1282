import type { Assignment, AssignmentLink, AssignmentLinkKind } from '../../../domain/assignments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { linkLabel, otherEnd } from './assignment-aside.ts';
import { assignmentCrumbs } from './assignment-page.ts';
import { texts } from './texts.ts';

/**
 * The ways in which a person says that two assignments belong together, each with the link it becomes. A successor is the same link as a
 * predecessor, told from its other end.
 */
export const linkWays = {
  predecessor: { kind: 'predecessor', outgoing: true },
  successor: { kind: 'predecessor', outgoing: false },
  refersTo: { kind: 'refersTo', outgoing: true },
  monitors: { kind: 'monitors', outgoing: true },
  splitInto: { kind: 'splitInto', outgoing: true },
  mergedInto: { kind: 'mergedInto', outgoing: true },
} as const satisfies Record<string, { readonly kind: AssignmentLinkKind; readonly outgoing: boolean }>;
export const linkWayNames = Object.keys(linkWays) as [keyof typeof linkWays];

/** Links an assignment with another one: what came before it, what it refers to, what it became. */
export function linkAssignmentPage(
  ctx: RequestContext,
  assignment: Assignment,
  state: FormState,
  links: readonly AssignmentLink[],
): Page {
  const t = texts[ctx.language];
  const { ref } = assignment;
  const here = recordAddress('assignment', assignment.id);
  return page({
    title: t.assignmentTitle(ref),
    width: 'text',
    crumbs: assignmentCrumbs(ctx, assignment, t.linkAssignment),
    lead: html`<span lang="sv">${assignment.title}</span>`,
    body: html`${form(ctx, {
      action: `${here}/samband`,
      submit: t.link,
      cancel: { href: here },
      state,
      labels: { other: t.fieldOther },
      body: [
        field(ctx, { name: 'other', label: t.fieldOther, hint: t.fieldOtherHint, state, width: 'short' }),
        choices(ctx, {
          kind: 'radio',
          name: 'way',
          legend: t.fieldLinkKind,
          state,
          options: linkWayNames.map((way) => ({ value: way, text: t.linkWays[way](ref) })),
        }),
        field(ctx, { name: 'note', label: t.fieldNote, state, optional: true }),
      ],
    })}${
      links.length === 0
        ? null
        : html`<h2>${t.linkedAssignments}</h2>${table(ctx, {
            caption: t.linkedAssignments,
            captionHidden: true,
            columns: [
              { key: 'other', text: t.assignment },
              { key: 'kind', text: t.related },
              { key: 'remove', text: t.remove },
            ],
            rows: links.map((link) => ({
              other: otherEnd(link),
              kind: linkLabel(ctx, link),
              remove: postButton(ctx, {
                action: `${here}/samband/ta-bort`,
                text: t.remove,
                variant: 'quiet',
                about: link.other.ref,
                fields: { otherId: link.other.id, kind: link.kind, outgoing: String(link.outgoing) },
              }),
            })),
          })}`
    }`,
  });
}
