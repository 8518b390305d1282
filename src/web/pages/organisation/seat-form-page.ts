import * as z from 'zod';
import {
  type Body,
  type Seat,
  type SeatKind,
  type SeatRole,
  seatKinds,
  seatRoles,
} from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import {
  choice,
  civilDateField,
  idempotencyField,
  optionalChoice,
  optionalCivilDate,
  optionalText,
  optionalWholeNumber,
  text,
  versionField,
} from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { crumbs } from './body-form-page.ts';
import { seatName, seatsPath } from './body-seats.ts';
import { texts } from './texts.ts';

const kindCodes = Object.keys(seatKinds) as [SeatKind, ...SeatKind[]];
const roleCodes = Object.keys(seatRoles) as [SeatRole, ...SeatRole[]];
/** Whether a name that the register has already means the same person: only a human can say so. */
const same = optionalChoice(['same', 'other']);

/** What the form for a new seat sends. */
export const newSeatForm = z.object({
  kind: choice(kindCodes),
  order: optionalWholeNumber({ minimum: 1, maximum: 999 }),
  party: optionalText({ maximum: 10 }),
  role: optionalChoice(roleCodes),
  person: optionalText({ maximum: 200 }),
  same,
  validFrom: optionalCivilDate(),
  validTo: optionalCivilDate(),
  idempotencyKey: idempotencyField,
});

/** What happens to a seat, by the word in the address. */
export const seatActions = ['besatt', 'vakant', 'avsluta'] as const;
export type SeatAction = (typeof seatActions)[number];
export const fillForm = z.object({
  person: text({ maximum: 200 }),
  same,
  role: optionalChoice(roleCodes),
  day: civilDateField(),
  version: versionField,
  idempotencyKey: idempotencyField,
});
export const dayForm = z.object({ day: civilDateField(), version: versionField, idempotencyKey: idempotencyField });

/** The form for a new seat of a body. */
export function newSeatPage(ctx: RequestContext, body: Body, state: FormState): Page {
  const t = texts[ctx.language];
  const kinds = kindCodes.map((code) => ({ value: code, text: seatKinds[code][ctx.language] }));
  return page({
    title: t.seatTitle,
    width: 'text',
    crumbs: crumbs(ctx, t.seatTitle, body),
    lead: html`<span lang="sv">${body.name}</span>`,
    body: form(ctx, {
      action: `${seatsPath(body.id)}/ny`,
      submit: t.addSeat,
      state,
      cancel: { href: recordAddress('body', body.id) },
      body: html`${choices(ctx, { kind: 'radio', name: 'kind', legend: t.seatKind, options: kinds, state, inline: true })}
${personFields(ctx, state, true)}
${field(ctx, { name: 'party', label: t.party, hint: t.partyHint, width: 'short', state, optional: true })}
${roleField(ctx, state)}
${field(ctx, { name: 'order', label: t.order, kind: 'number', state, optional: true })}
${field(ctx, { name: 'validFrom', label: t.validFrom, kind: 'date', state, optional: true })}
${field(ctx, { name: 'validTo', label: t.validTo, kind: 'date', state, optional: true })}`,
    }),
  });
}

/** The form in which a seat is filled, made vacant or ended from a day on. */
export function seatActionPage(
  ctx: RequestContext,
  body: Body,
  seat: Seat,
  action: SeatAction,
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const words = {
    besatt: { title: t.fillTitle, submit: t.fill, help: null },
    vakant: { title: t.vacateTitle, submit: t.vacate, help: t.vacateHelp },
    avsluta: { title: t.endTitle, submit: t.endSeat, help: t.endHelp },
  }[action];
  const dayLabel = action === 'avsluta' ? t.lastDay : t.fromDay;
  return page({
    title: words.title,
    width: 'text',
    crumbs: crumbs(ctx, words.title, body),
    lead: html`<span>${seatKinds[seat.kind][ctx.language]} ${seat.order}</span><span lang="sv">${seatName(ctx, seat)}</span>`,
    body: html`${words.help ? html`<p>${words.help}</p>` : null}${form(ctx, {
      action: `${seatsPath(body.id)}/${seat.id}/${action}`,
      submit: words.submit,
      state,
      version: seat.version,
      cancel: { href: recordAddress('body', body.id) },
      body: html`${action === 'besatt' ? html`${personFields(ctx, state, false)}${roleField(ctx, state)}` : null}
${field(ctx, { name: 'day', label: dayLabel, kind: 'date', state })}`,
    })}`,
  });
}

/** The name, and the question whether it is the person of that name whom the register knows, once there is one. */
function personFields(ctx: RequestContext, state: FormState, optional: boolean): Content {
  const t = texts[ctx.language];
  const asked = state.values.same !== undefined || state.problems.some(({ path }) => path === 'same');
  return html`${field(ctx, { name: 'person', label: t.person, width: 'medium', state, autocomplete: 'off', ...(optional && { optional, hint: t.personHint }) })}
${
  asked
    ? choices(ctx, {
        kind: 'radio',
        name: 'same',
        legend: t.samePerson,
        state,
        options: [
          { value: 'same', text: t.samePersonYes },
          { value: 'other', text: t.samePersonNo },
        ],
      })
    : null
}`;
}

function roleField(ctx: RequestContext, state: FormState): Content {
  const t = texts[ctx.language];
  const options = roleCodes.map((code) => ({ value: code, text: seatRoles[code][ctx.language] }));
  return field(ctx, { name: 'role', label: t.role, kind: 'select', options, empty: t.noRole, state, optional: true });
}
