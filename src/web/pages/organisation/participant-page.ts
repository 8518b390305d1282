import * as z from 'zod';
import { authorityKinds, type Body, type Participant, sharedKinds } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { checkbox, civilDateField, idempotencyField, idField, optionalCivilDate, versionField } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import type { BodyFacts } from './body-facts.ts';
import { crumbs } from './body-form-page.ts';
import { mayEdit } from './body-page.ts';
import { rulesTexts } from './rules-texts.ts';
import { texts } from './texts.ts';

/** What the form for a participant sends, and the one that ends its participation. */
export const participantForm = z.object({
  participantId: idField(),
  host: checkbox(),
  validFrom: optionalCivilDate(),
  idempotencyKey: idempotencyField,
});
export const endParticipantForm = z.object({
  lastDay: civilDateField(),
  version: versionField,
  idempotencyKey: idempotencyField,
});

/** The address below which the participants of a body lie. */
export function participantsPath(bodyId: string): string {
  return `${recordAddress('body', bodyId)}/huvudman`;
}

/** Who has the body together: shown only for the kinds that several authorities can have. */
export function participantsSection(ctx: RequestContext, { body, participants }: BodyFacts): Html | null {
  if (!sharedKinds.includes(body.kind)) return null;
  const t = rulesTexts[ctx.language];
  const editable = mayEdit(ctx, body.id);
  const add = editable
    ? linkButton({ text: t.addParticipant, href: `${participantsPath(body.id)}/ny`, variant: 'secondary' })
    : null;
  if (participants.length === 0)
    return html`<section id="huvudman"><h2>${t.participants}</h2>${emptyState({ title: t.participantsNone, body: t.participantsNoneBody, action: add })}</section>`;
  const says = body.kind === 'jointCommittee' ? t.participantsJoint : t.participantsGroup;
  return html`<section id="huvudman"><h2>${t.participants}</h2><p>${says}</p>${table(ctx, {
    caption: t.participants,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'name', text: t.participant },
      { key: 'valid', text: t.valid, kind: 'date' },
      ...(editable ? [{ key: 'change', text: t.change } as const] : []),
    ],
    rows: participants.map((one) => ({
      name: html`<a href="${recordAddress('body', one.participantId)}" lang="sv">${one.name}</a>${one.host ? html` ${tag({ text: t.hostWord })}` : null}`,
      valid: validity(ctx, one),
      change: one.validTo
        ? null
        : html`<a href="${participantsPath(body.id)}/${one.id}/avsluta">${t.end}<span class="sr-only">${t.changeAbout(one.name)}</span></a>`,
    })),
  })}${add ? html`<div class="actions">${add}</div>` : null}</section>`;
}

function validity(ctx: RequestContext, { validFrom, validTo }: Participant): string {
  const t = texts[ctx.language];
  return [validFrom && t.from(ctx.format.shortDate(validFrom)), validTo && t.to(ctx.format.shortDate(validTo))]
    .filter(Boolean)
    .join(' ');
}

/** The form in which a municipality or region is added to a body that several have together. */
export function addParticipantPage(ctx: RequestContext, body: Body, bodies: readonly Body[], state: FormState): Page {
  const t = rulesTexts[ctx.language];
  const options = bodies
    .filter(({ kind }) => authorityKinds.includes(kind))
    .map(({ id, name }) => ({ value: id, text: name }));
  const host = body.kind === 'jointCommittee' ? tickBox({ name: 'host', label: t.host, state }) : null;
  return page({
    title: t.addParticipant,
    width: 'text',
    crumbs: crumbs(ctx, t.addParticipant, body),
    lead: html`<span lang="sv">${body.name}</span>`,
    body: form(ctx, {
      action: `${participantsPath(body.id)}/ny`,
      submit: t.addParticipant,
      state,
      labels: { participantId: t.participant, validFrom: t.fromDay, host: t.host },
      cancel: { href: `${recordAddress('body', body.id)}#huvudman` },
      body: html`${field(ctx, { name: 'participantId', label: t.participant, hint: t.participantHint, kind: 'select', options, state })}
${host}${field(ctx, { name: 'validFrom', label: t.fromDay, kind: 'date', state, optional: true })}`,
    }),
  });
}

/** The form in which the last day of a participation is recorded. */
export function endParticipantPage(ctx: RequestContext, body: Body, participant: Participant, state: FormState): Page {
  const t = rulesTexts[ctx.language];
  return page({
    title: t.endParticipant,
    width: 'text',
    crumbs: crumbs(ctx, t.endParticipant, body),
    lead: html`<span lang="sv">${participant.name}</span>`,
    body: form(ctx, {
      action: `${participantsPath(body.id)}/${participant.id}/avsluta`,
      submit: t.endParticipant,
      state,
      version: participant.version,
      labels: { lastDay: t.lastDay },
      cancel: { href: `${recordAddress('body', body.id)}#huvudman` },
      body: html`<p>${t.endParticipantHelp}</p>${field(ctx, { name: 'lastDay', label: t.lastDay, kind: 'date', state })}`,
    }),
  });
}
