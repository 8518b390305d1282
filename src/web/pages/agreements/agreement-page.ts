import { may } from '../../../domain/access/index.ts';
import {
  type AgreementMove,
  agreementKinds,
  agreementMoves,
  agreementPhase,
  agreementTransitions,
  alarmOf,
  endOfTerm,
  mayAgreement,
  type WholeAgreement,
} from '../../../domain/agreements/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { endorsementCard } from '../collaboration/endorsement-pages.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { publishLink } from '../publications/publish-link.ts';
import { releaseLink } from '../releases/release-link.ts';
import { sourceCard } from '../sources/source-card.ts';
import { type AgreementFacts, factList } from './agreement-fact-list.ts';
import { partySection } from './agreement-parties.ts';
import { planSection } from './agreement-plan.ts';
import { agreementCrumbs, agreementTerm, inSwedish, phaseTag } from './agreement-view.ts';
import { texts } from './texts.ts';

/** One agreement on one page: its state, what rings, who has decided, its text and plan, what it came from and what it belongs with. */
export function agreementPage(ctx: RequestContext, facts: AgreementFacts, sent?: FormState): Page {
  const { agreement, connections, sources } = facts;
  const t = texts[ctx.language];
  const keeps = ctx.actor !== undefined && mayKeep(ctx, agreement);
  const moving = keeps ? moveForm(ctx, agreement, sent) : null;
  return page({
    title: agreement.name,
    ownHeading: true,
    crumbs: agreementCrumbs(ctx, undefined, agreement.name),
    body: html`<div class="page-head"><h1 lang="sv">${agreement.name}</h1><div class="page-lead">${phaseTag(ctx, agreement)}<span>${agreementKinds[agreement.kind][ctx.language]}, ${agreementTerm(ctx, agreement)}</span></div></div>
${sent ? moving : null}${agreement.stateReason ? html`<p class="soft">${t.because('')}${inSwedish(agreement.stateReason)}</p>` : null}${alarm(ctx, agreement)}
${keeps ? actions(ctx, agreement) : null}
${agreement.purpose ? html`<section><h2>${t.purpose}</h2>${paragraphs(agreement.purpose)}</section>` : null}
${agreement.scope ? html`<section><h2>${t.scope}</h2>${paragraphs(agreement.scope)}</section>` : null}
${partySection(ctx, agreement, keeps)}
${changeSection(ctx, agreement)}
${textSection(ctx, agreement, keeps)}
${planSection(ctx, agreement, keeps)}
${sent ? null : moving}`,
    aside: html`${card({ title: t.facts, body: factList(ctx, facts) })}${endorsementCard(ctx, { noun: 'agreement', id: agreement.id }, facts.endorsements)}${connectionCard(ctx, connections, keeps && `${recordAddress('agreement', agreement.id)}/samband`)}${sourceCard(ctx, sources)}${documentCard(ctx, agreement)}${publishLink(ctx, { noun: 'agreement', id: agreement.id, bodyId: agreement.body?.id ?? null })}${releaseLink(ctx, { noun: 'overenskommelse', id: agreement.id, bodyId: agreement.body?.id ?? null })}`,
  });
}

/** Whether the actor may change the agreement: for the body that keeps it, or everywhere where none does. */
export function mayKeep({ actor }: RequestContext, { body }: Pick<WholeAgreement, 'body'>): boolean {
  if (!actor) return false;
  if (body) return may(actor, 'agreement.edit', body.id);
  return actor.grants.some(({ bodyId }) => bodyId === null) && may(actor, 'agreement.edit');
}

function actions(ctx: RequestContext, agreement: WholeAgreement): Html {
  const t = texts[ctx.language];
  const here = recordAddress('agreement', agreement.id);
  const change = mayAgreement(agreement.state, 'change');
  const replaces = agreement.decided && agreement.state !== 'replaced';
  return html`<div class="actions">${change ? linkButton({ text: t.change, href: `${here}/andra`, variant: 'secondary' }) : null}${
    mayAgreement(agreement.state, 'giveNotice')
      ? linkButton({ text: t.giveNotice, href: `${here}/sag-upp`, variant: 'secondary' })
      : null
  }${replaces ? linkButton({ text: t.renew, href: `/samverkan/avtal/ny?ersatter=${agreement.id}`, variant: 'secondary' }) : null}</div>`;
}

/** What must be settled soon: the last day of notice, the last day in force, or a term that ran out unseen. */
function alarm(ctx: RequestContext, agreement: WholeAgreement): Content {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const ringing = alarmOf(agreement, today);
  if (ringing)
    return notice(ctx, {
      tone: ringing.months <= 3 ? 'warning' : 'info',
      title: t.alarmTitle[ringing.kind](ctx.format.date(ringing.on)),
      body: html`<p>${t.alarmBody[ringing.kind]}</p>`,
    });
  if (agreementPhase(agreement, today) !== 'ranOut') return null;
  const end = endOfTerm(agreement, today);
  return notice(ctx, {
    tone: 'warning',
    title: t.ranOutTitle(end ? ctx.format.date(end) : ''),
    body: html`<p>${t.ranOutBody}</p>`,
  });
}

function changeSection(ctx: RequestContext, { changes, decided }: WholeAgreement): Content {
  if (changes.length === 0) return null;
  const t = texts[ctx.language];
  return html`<section id="andringar"><h2>${decided ? t.changes : t.changesProposed}</h2><ul lang="sv">${changes.map((one) => html`<li>${one}</li>`)}</ul></section>`;
}

function textSection(ctx: RequestContext, agreement: WholeAgreement, keeps: boolean): Html {
  const t = texts[ctx.language];
  const here = recordAddress('agreement', agreement.id);
  const { versions, predecessor } = agreement;
  const fixed = versions.some(({ fixedOn }) => fixedOn !== null);
  const add =
    keeps && mayAgreement(agreement.state, 'writeText') && !(agreement.state === 'decided' && fixed)
      ? html`<div class="actions">${linkButton({ text: t.addText, href: `${here}/text`, variant: 'secondary' })}</div>`
      : null;
  const newest = versions.at(-1);
  return html`<section id="text"><h2>${t.textsTitle}</h2>${
    newest === undefined
      ? html`<p>${t.noText}. <span class="soft">${t.noTextBody}</span></p>`
      : linkList(
          versions.toReversed().map(({ number, label, madeOn, fixedOn }) => ({
            title: html`${t.version(number)}${label ? html`: <span lang="sv">${label}</span>` : null}`,
            href: `${here}/jamfor?till=${number}`,
            note: `${ctx.format.date(madeOn)}, ${fixedOn ? t.fixed(ctx.format.date(fixedOn)) : t.draftText}`,
            ...(number > 1 && {
              action: { text: t.compareWith(number - 1), href: `${here}/jamfor?fran=${number - 1}&till=${number}` },
            }),
          })),
          predecessor
            ? { more: { text: t.compareOld, href: `${here}/jamfor?fran=foregangare&till=${newest.number}` } }
            : {},
        )
  }${add}</section>`;
}

function moveForm(ctx: RequestContext, agreement: WholeAgreement, sent?: FormState): Content {
  const moves = agreementMoves.filter((move) => mayAgreement(agreement.state, move));
  if (moves.length === 0) return null;
  const t = texts[ctx.language];
  const label = (move: AgreementMove) =>
    agreementTransitions.find(({ action }) => action === move)?.label[ctx.language] ?? move;
  return html`<section id="lage"><h2>${t.moves}</h2>${form(ctx, {
    action: `${recordAddress('agreement', agreement.id)}/lage`,
    submit: t.move,
    variant: 'secondary',
    state: sent ?? freshForm(),
    labels: { move: t.moveTo, reason: t.reason },
    version: agreement.version,
    body: html`${field(ctx, {
      kind: 'select',
      name: 'move',
      label: t.moveTo,
      state: sent ?? freshForm(),
      options: moves.map((move) => ({ value: move, text: label(move) })),
    })}${field(ctx, { name: 'reason', label: t.reason, hint: t.reasonHint, optional: true, width: 'full', state: sent ?? freshForm() })}`,
  })}</section>`;
}

function documentCard(ctx: RequestContext, { id }: WholeAgreement): Html {
  const t = texts[ctx.language];
  const here = recordAddress('agreement', id);
  return card({
    title: t.documents,
    body: linkList(
      (['pdf', 'docx'] as const).map((format) => ({
        title: t.asFile(format.toUpperCase()),
        href: `${here}/fil/${format}`,
      })),
    ),
  });
}

const paragraphs = (words: string): readonly Html[] =>
  words
    .split(/\n+/u)
    .filter(Boolean)
    .map((line) => html`<p lang="sv">${line}</p>`);
