import * as z from 'zod';
import {
  type AgendaItem,
  type MeetingDetail,
  type RaisingConsent,
  raisingConsentCodes,
  raisingConsents,
} from '../../../domain/meetings/index.ts';
import type { BodyRules } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { choice, idempotencyField, optionalText, text } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { meetingCrumbs } from './agenda-item-form-page.ts';
import { itemPath } from './agenda-section.ts';
import { texts } from './agenda-texts.ts';

/** What the form for a raised matter sends. */
export const raisedForm = z.object({
  raisedBy: text({ maximum: 200 }),
  reason: optionalText({ maximum: 2000 }),
  consent: choice(raisingConsentCodes as readonly [RaisingConsent, ...RaisingConsent[]]),
  idempotencyKey: idempotencyField,
});

/** The form in which the secretary notes that a matter was raised in the room, with the rule of the body said above it (R-KL-09). */
export function agendaRaisedPage(
  ctx: RequestContext,
  meeting: MeetingDetail,
  item: AgendaItem,
  rule: BodyRules['unannouncedMatters'],
  state: FormState,
): Page {
  const t = texts[ctx.language];
  return page({
    title: t.raisedTitle,
    width: 'text',
    crumbs: meetingCrumbs(ctx, meeting, t.raisedTitle),
    lead: html`<span lang="sv">${item.title}</span>`,
    body: html`${notice(ctx, { tone: 'info', title: t.raised, body: html`<p>${t.raisedRule[rule]}</p>` })}${form(ctx, {
      action: `${itemPath(meeting, item)}/vackt`,
      submit: t.save,
      state,
      cancel: { href: `${recordAddress('meeting', meeting.id)}/dagordning` },
      body: html`${field(ctx, { name: 'raisedBy', label: t.raisedBy, state })}
${field(ctx, { name: 'reason', label: t.raisedReason, kind: 'textarea', rows: 3, state, optional: true })}
${choices(ctx, {
  kind: 'radio',
  name: 'consent',
  legend: t.raisedConsent,
  state,
  options: raisingConsentCodes.map((code) => ({ value: code, text: raisingConsents[code][ctx.language] })),
})}`,
    })}`,
  });
}
