import { type ListedStandIn, lendableRoles, roles } from '../../../domain/access/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { capitalized } from '../../../kernel/capitalized.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { standInTexts } from './stand-in-texts.ts';

export const standInPath = '/stallforetradare';

export type StandInFacts = {
  readonly standIns: readonly ListedStandIn[];
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly bodies: readonly Body[];
  /** Whether the reader lends for others too, and ends what others lent. */
  readonly administers: boolean;
};

/** Who stands in for whom, and the form in which one more is entered. */
export function standInPage(ctx: RequestContext, facts: StandInFacts, state: FormState): Page {
  const t = standInTexts[ctx.language];
  const { standIns, accounts, bodies, administers } = facts;
  const own = ctx.actor?.accountId;
  const options = accounts.map(({ id, name }) => ({ value: id, text: name }));
  const labels = {
    receiverId: t.who,
    giverId: t.whom,
    role: t.role,
    bodyId: t.body,
    validFrom: t.from,
    validTo: t.until,
  };
  return page({
    title: t.title,
    lead: html`<span>${t.lead}</span>`,
    body: html`${
      standIns.length === 0
        ? emptyState({ title: t.none, body: t.noneBody })
        : table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'who', text: t.who },
              { key: 'whom', text: t.whom },
              { key: 'role', text: t.role },
              { key: 'body', text: t.body },
              { key: 'time', text: t.time },
              { key: 'end', text: t.end },
            ],
            rows: standIns.map((one) => ({
              who: html`<span lang="sv">${one.receiver}</span>`,
              whom: html`<span lang="sv">${one.giver}</span> <span class="soft">${t.givenBy(one.givenBy)}</span>`,
              role: capitalized(roles[one.role][ctx.language]),
              body: html`<span lang="sv">${one.body}</span>`,
              time: t.days(ctx.format.shortDate(one.validFrom), ctx.format.shortDate(one.validTo)),
              end:
                administers || one.giverId === own
                  ? postButton(ctx, {
                      action: `${standInPath}/avsluta`,
                      text: t.end,
                      about: t.endAbout(one.receiver, one.giver),
                      variant: 'secondary',
                      fields: { id: one.id },
                    })
                  : null,
            })),
          })
    }<section aria-labelledby="lagg-in"><h2 id="lagg-in">${t.add}</h2>${form(ctx, {
      action: standInPath,
      submit: t.save,
      state,
      labels,
      body: html`${field(ctx, { kind: 'select', name: 'receiverId', label: t.who, state, options: options.filter(({ value }) => administers || value !== own) })}
${administers ? field(ctx, { kind: 'select', name: 'giverId', label: t.whom, hint: t.whomHint, state, options }) : html`<input type="hidden" name="giverId" value="${own ?? ''}">`}
${field(ctx, { kind: 'select', name: 'role', label: t.role, state, options: lendableRoles.map((role) => ({ value: role, text: capitalized(roles[role][ctx.language]) })) })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.body, state, options: bodies.map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { kind: 'date', name: 'validFrom', label: t.from, state })}
${field(ctx, { kind: 'date', name: 'validTo', label: t.until, hint: t.untilHint, state })}`,
    })}</section>`,
  });
}
