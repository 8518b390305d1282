import {
  type AgreementParty,
  agreementDecisionBases,
  agreementPartyKinds,
  allHaveDecided,
  mayAgreement,
  partyOutcomes,
  type WholeAgreement,
} from '../../../domain/agreements/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { progress } from '../../components/progress/progress.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { inSwedish } from './agreement-view.ts';
import { texts } from './texts.ts';

/** The parties with what each decided: by body, day and number, and how we know. What a source claims stands above, as a claim. */
export function partySection(ctx: RequestContext, agreement: WholeAgreement, keeps: boolean): Html {
  const t = texts[ctx.language];
  const { parties, ratification } = agreement;
  const here = recordAddress('agreement', agreement.id);
  const add =
    keeps && mayAgreement(agreement.state, 'noteDecision')
      ? html`<div class="actions">${linkButton({ text: t.addParty, href: `${here}/parter`, variant: 'secondary' })}${parties.some(({ kind, bodyId }) => kind === 'region' && bodyId) ? null : postButton(ctx, { action: `${here}/parter/alla`, text: t.addAll, variant: 'secondary' })}</div>`
      : null;
  return html`<section id="parter"><h2>${t.ratification}</h2>${claims(ctx, agreement, keeps)}${
    parties.length === 0
      ? emptyState({ title: t.noParties, body: t.noPartiesBody, ...(add && { action: add }) })
      : html`${ratification.asked > 0 ? summary(ctx, agreement) : null}${partyTable(ctx, agreement, keeps)}${add}`
  }</section>`;
}

function claims(ctx: RequestContext, { id, claims: all, ratification }: WholeAgreement, keeps: boolean): Content {
  const t = texts[ctx.language];
  return all
    .filter(({ settledOn }) => settledOn === null)
    .map((claim) =>
      notice(ctx, {
        tone: 'info',
        title: t.claimTitle(claim.principals),
        body: html`<blockquote lang="sv">${claim.words}</blockquote><p>${t.claimBody(ratification.approved)}</p>${
          keeps ? html`<p><a href="${recordAddress('agreement', id)}/uppgift/${claim.id}">${t.settle}</a></p>` : null
        }`,
      }),
    );
}

function summary(ctx: RequestContext, { ratification, decided }: WholeAgreement): Html {
  const t = texts[ctx.language];
  const { asked, approved, declined, claimed } = ratification;
  if (decided && allHaveDecided(ratification))
    return html`<p>${tag({ text: t.allDecided(asked), tone: claimed > 0 ? 'part' : 'ok' })} ${claimed > 0 ? t.allDecidedClaimed(claimed) : t.allDecidedBody}</p>`;
  const waiting = asked - approved - declined;
  return progress(ctx, {
    parts: [
      { count: approved - claimed, text: partyOutcomes.approved[ctx.language], tone: 'ok' },
      ...(claimed > 0
        ? [{ count: claimed, text: agreementDecisionBases.claimed[ctx.language], tone: 'part' as const }]
        : []),
      ...(declined > 0 ? [{ count: declined, text: partyOutcomes.declined[ctx.language], tone: 'late' as const }] : []),
      { count: waiting, text: decided ? t.notRecorded : t.waiting, tone: 'neutral' },
    ],
  });
}

function partyTable(ctx: RequestContext, agreement: WholeAgreement, keeps: boolean): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.ratification,
    captionHidden: true,
    columns: [
      { key: 'party', text: t.party },
      { key: 'outcome', text: t.decisions },
      { key: 'by', text: t.decided },
      { key: 'number', text: t.number },
      { key: 'basis', text: t.basis },
    ],
    rowIds: agreement.parties.map(({ id }) => `part-${id}`),
    rows: agreement.parties.map((party) => ({
      party: partyName(ctx, agreement, party, keeps),
      outcome: outcomeTag(ctx, agreement, party),
      by: html`${party.decision?.decidedBy ? inSwedish(party.decision.decidedBy) : null}${party.decision?.decidedOn ? html`<br><span class="soft">${ctx.format.date(party.decision.decidedOn)}</span>` : null}`,
      number: party.decision?.diaryNumber ?? null,
      basis: basisOf(ctx, agreement, party),
    })),
  });
}

function partyName(ctx: RequestContext, { id }: WholeAgreement, party: AgreementParty, keeps: boolean): Html {
  const t = texts[ctx.language];
  const words = party.members > 1 ? t.membersOf(party.name, party.members) : party.name;
  return html`${keeps ? html`<a href="${recordAddress('agreement', id)}/parter/${party.id}" lang="sv">${words}</a>` : inSwedish(words)}${party.members > 1 ? html`<br><span class="soft">${t.unnamed}</span>` : null}${party.kind === 'region' || party.kind === 'municipality' ? null : html`<br><span class="soft">${agreementPartyKinds[party.kind][ctx.language]}</span>`}`;
}

function outcomeTag(ctx: RequestContext, { decided }: WholeAgreement, party: AgreementParty): Html {
  const t = texts[ctx.language];
  const { decision, decides, signedOn } = party;
  if (decision) {
    const tone = decision.outcome === 'declined' ? 'late' : decision.basis === 'claimed' ? 'part' : 'ok';
    return html`${tag({ text: partyOutcomes[decision.outcome][ctx.language], tone })}${decision.remarks ? html`<br><span class="soft" lang="sv">${decision.remarks}</span>` : null}`;
  }
  if (!decides) return html`${signedOn ? t.hasSigned(ctx.format.date(signedOn)) : t.willSign}`;
  return tag({ text: decided ? t.notRecorded : t.waiting, tone: 'unknown' });
}

/** How we know: the claim with its words, the decision of a meeting here, the document, or that somebody wrote it. */
function basisOf(ctx: RequestContext, { claims: all }: WholeAgreement, { decision }: AgreementParty): Content {
  const t = texts[ctx.language];
  if (!decision) return null;
  const label = agreementDecisionBases[decision.basis][ctx.language];
  if (decision.decisionId) return html`<a href="${recordAddress('decision', decision.decisionId)}">${label}</a>`;
  if (decision.documentId)
    return html`<a href="${recordAddress('document', decision.documentId)}">${label}, ${t.source}</a>`;
  const claim = decision.basis === 'claimed' ? all.find(({ id }) => id === decision.claimId) : undefined;
  return claim ? html`${label}: <q lang="sv">${claim.words}</q>` : label;
}
