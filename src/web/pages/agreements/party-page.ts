import {
  type AgreementClaim,
  type AgreementParty,
  type AgreementPartyKind,
  agreementPartyKindCodes,
  agreementPartyKinds,
  type PartyOutcome,
  partyOutcomeCodes,
  partyOutcomes,
  type WholeAgreement,
  waitingParties,
} from '../../../domain/agreements/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { choices, tickBox } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { agreementCrumbs } from './agreement-view.ts';
import { texts } from './texts.ts';

export type PartyFacts = {
  readonly agreement: WholeAgreement;
  readonly bodies: readonly Pick<Body, 'id' | 'name'>[];
  readonly party?: AgreementParty;
};

/** A form of the page of a party that was sent and did not fit. */
export type SentParty = { readonly which: 'party' | 'decision'; readonly state: FormState };

/** The form in which a party is added. */
export function newPartyPage(ctx: RequestContext, facts: PartyFacts, state?: FormState): Page {
  const t = texts[ctx.language];
  return page({
    title: t.addParty,
    crumbs: agreementCrumbs(ctx, facts.agreement, t.addParty),
    body: partyForm(ctx, facts, state ?? freshForm({ kind: 'municipality', decides: 'on' })),
  });
}

/** One party: its decision to write or to complete, and who it is. */
export function partyPage(
  ctx: RequestContext,
  facts: PartyFacts & { readonly party: AgreementParty },
  sent?: SentParty,
): Page {
  const t = texts[ctx.language];
  const { agreement, party } = facts;
  const here = `${recordAddress('agreement', agreement.id)}/parter/${party.id}`;
  const saved = freshForm({
    kind: party.kind,
    name: party.name,
    bodyId: party.bodyId ?? '',
    members: String(party.members),
    decides: party.decides ? 'on' : '',
    signedOn: party.signedOn ?? '',
  });
  return page({
    title: party.name,
    crumbs: agreementCrumbs(ctx, agreement, party.name),
    body: html`<section id="beslut"><h2>${t.decisionTitle}</h2>${
      party.decides
        ? decisionForm(ctx, facts, here, sent?.which === 'decision' ? sent.state : undefined)
        : html`<p>${t.onlySigns}</p>`
    }</section>
<section id="part"><h2>${t.changeParty}</h2>${partyForm(ctx, facts, sent?.which === 'party' ? sent.state : saved)}${
      party.decision
        ? null
        : postButton(ctx, {
            action: `${here}/ta-bort`,
            text: t.removeParty,
            variant: 'secondary',
            version: party.version,
          })
    }</section>`,
  });
}

function partyForm(ctx: RequestContext, { agreement, bodies, party }: PartyFacts, state: FormState): Html {
  const t = texts[ctx.language];
  const base = `${recordAddress('agreement', agreement.id)}/parter`;
  const labels = {
    kind: t.partyKind,
    name: t.partyName,
    bodyId: t.partyBody,
    members: t.members,
    signedOn: t.signedOn,
  };
  return form(ctx, {
    action: party ? `${base}/${party.id}` : base,
    submit: t.saveParty,
    ...(party && { variant: 'secondary' as const, version: party.version }),
    state,
    labels,
    cancel: { href: `${recordAddress('agreement', agreement.id)}#parter` },
    body: html`${
      party
        ? bothTexts(ctx, {
            state,
            show: (name, value) =>
              name === 'kind' && value in agreementPartyKinds
                ? agreementPartyKinds[value as AgreementPartyKind][ctx.language]
                : name === 'bodyId'
                  ? (bodies.find(({ id }) => id === value)?.name ?? '')
                  : value,
            fields: [
              { name: 'kind', label: labels.kind, saved: agreementPartyKinds[party.kind][ctx.language] },
              { name: 'name', label: labels.name, saved: party.name },
              { name: 'bodyId', label: labels.bodyId, saved: bodies.find(({ id }) => id === party.bodyId)?.name ?? '' },
              { name: 'members', label: labels.members, saved: String(party.members) },
              { name: 'signedOn', label: labels.signedOn, saved: party.signedOn ?? '' },
            ],
          })
        : null
    }${field(ctx, {
      kind: 'select',
      name: 'kind',
      label: t.partyKind,
      state,
      options: agreementPartyKindCodes.map((value) => ({ value, text: agreementPartyKinds[value][ctx.language] })),
    })}${field(ctx, { kind: 'select', name: 'bodyId', label: t.partyBody, optional: true, empty: t.noBody, state, options: bodies.map(({ id, name }) => ({ value: id, text: name })) })}${field(ctx, { name: 'name', label: t.partyName, hint: t.partyNameHint, optional: true, width: 'full', state })}${field(ctx, { kind: 'number', name: 'members', label: t.members, optional: true, state })}${tickBox({ name: 'decides', label: t.decidesTick, hint: t.decidesHint, state })}${field(ctx, { kind: 'date', name: 'signedOn', label: t.signedOn, optional: true, state })}`,
  });
}

function decisionForm(
  ctx: RequestContext,
  { agreement, party }: PartyFacts & { readonly party: AgreementParty },
  here: string,
  sent?: FormState,
): Content {
  const t = texts[ctx.language];
  const { decision } = party;
  const claim = agreement.claims.find(({ id }) => id === decision?.claimId);
  const saved = {
    outcome: decision?.outcome ?? '',
    decidedBy: decision?.decidedBy ?? '',
    decidedOn: decision?.decidedOn ?? '',
    diaryNumber: decision?.diaryNumber ?? '',
    remarks: decision?.remarks ?? '',
  };
  const state = sent ?? freshForm(saved);
  const labels = {
    outcome: t.outcome,
    decidedBy: t.decidedBy,
    decidedOn: t.decidedOn,
    diaryNumber: t.diaryField,
    remarks: t.remarks,
  };
  const show = (name: string, value: string) =>
    name === 'outcome' && value in partyOutcomes ? partyOutcomes[value as PartyOutcome][ctx.language] : value;
  const mayTakeBack = decision && (!agreement.decided || decision.basis === 'claimed');
  return html`<p>${t.decisionLead}</p>${claim && decision?.basis === 'claimed' ? html`<p>${t.decisionFrom(claim.words)}</p>` : null}${form(
    ctx,
    {
      action: `${here}/beslut`,
      submit: t.saveDecision,
      state,
      labels,
      version: decision?.version ?? 0,
      body: html`${bothTexts(ctx, {
        state,
        show,
        fields: Object.entries(labels).map(([name, label]) => ({
          name,
          label,
          saved: show(name, saved[name as keyof typeof saved]),
        })),
      })}${choices(ctx, {
        kind: 'radio',
        name: 'outcome',
        legend: t.outcome,
        state,
        options: partyOutcomeCodes.map((value) => ({ value, text: partyOutcomes[value][ctx.language] })),
      })}${field(ctx, { name: 'decidedBy', label: t.decidedBy, hint: t.decidedByHint, width: 'medium', state })}${field(ctx, { kind: 'date', name: 'decidedOn', label: t.decidedOn, state })}${field(ctx, { name: 'diaryNumber', label: t.diaryField, optional: true, width: 'medium', state })}${field(ctx, { kind: 'textarea', name: 'remarks', label: t.remarks, optional: true, rows: 2, state })}`,
    },
  )}${mayTakeBack ? postButton(ctx, { action: `${here}/beslut/ta-bort`, text: t.takeBack, variant: 'secondary', version: decision.version }) : null}`;
}

/** The page on which a person goes through a claim, party by party. */
export function claimPage(
  ctx: RequestContext,
  { agreement, claim }: { readonly agreement: WholeAgreement; readonly claim: AgreementClaim },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const waiting = waitingParties(agreement.parties);
  const count = waiting.reduce((sum, { members }) => sum + members, 0);
  const here = recordAddress('agreement', agreement.id);
  const state = sent ?? freshForm({ partyIds: waiting.map(({ id }) => id) });
  return page({
    title: t.settleTitle,
    crumbs: agreementCrumbs(ctx, agreement, t.settleTitle),
    lead: t.settleLead,
    body: html`<h2>${t.settleSays}</h2><blockquote lang="sv">${claim.words}</blockquote>${claim.principals === null ? null : html`<p>${t.settleCount(claim.principals, count)}</p>`}${
      waiting.length === 0
        ? html`<p>${t.settleNone} <a href="${here}#parter">${t.ratification}</a></p>`
        : form(ctx, {
            action: `${here}/uppgift/${claim.id}`,
            submit: t.settleSave,
            state,
            labels: { partyIds: t.settleParties },
            version: claim.version,
            cancel: { href: here },
            body: choices(ctx, {
              kind: 'checkbox',
              name: 'partyIds',
              legend: t.settleParties,
              state,
              options: waiting.map(({ id, name, members }) => ({
                value: id,
                text: members > 1 ? t.membersOf(name, members) : name,
              })),
            }),
          })
    }`,
  });
}
