import { boardDuties, hindranceOf, mustAnnounce } from '../../../domain/notices/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type MinutesPageFacts, offersMinutes } from './minutes-facts.ts';
import { sentence } from './sentence.ts';
import { signerOf } from './signer.ts';
import { texts } from './texts.ts';

/** The one thing to do next with some minutes, for whoever may; nothing for those who can only read. */
export function nextStep(ctx: RequestContext, facts: MinutesPageFacts): Html | null {
  const t = texts[ctx.language];
  const buttons = [...signButtons(ctx, facts), ...secretaryButtons(ctx, facts)].filter((one) => one);
  const approval = approvalPart(ctx, facts);
  if (buttons.length === 0 && !approval) return null;
  return html`<section><h2 class="sr-only">${t.next}</h2>${buttons.length > 0 ? html`<div class="actions">${buttons}</div>` : null}${approval}</section>`;
}

/** Whoever is asked to sign meets that first. */
function signButtons(ctx: RequestContext, { composed }: MinutesPageFacts): readonly Content[] {
  const t = texts[ctx.language];
  return composed.minutes.adjustments
    .filter((adjustment) => signerOf(ctx.actor, adjustment))
    .map(({ id }) =>
      linkButton({
        text: t.toSign,
        href: `${recordAddress('minutes', composed.minutes.id)}/justera?handling=${id}`,
      }),
    );
}

function secretaryButtons(ctx: RequestContext, facts: MinutesPageFacts): readonly Content[] {
  const t = texts[ctx.language];
  const { composed, meeting } = facts;
  const { minutes } = composed;
  const here = recordAddress('minutes', minutes.id);
  const offers = (action: Parameters<typeof offersMinutes>[2]) => offersMinutes(ctx.actor, minutes, action);
  const signs = composed.rules.approval === 'adjustment';
  const announces = mustAnnounce(facts.duty);
  const acts = minutes.adjustments.map(({ id }) => id);
  const periodOver =
    hindranceOf(acts, facts.notices, ctx.services.runtime.today(), ctx.services.runtime.now()) === undefined;
  return [
    offers('sendToSign') && signs && meeting.state === 'closed'
      ? linkButton({ text: t.send, href: `${here}/skicka` })
      : null,
    offers('askForComments')
      ? postButton(ctx, {
          action: `${here}/synpunkter/be`,
          text: t.askComments,
          variant: 'secondary',
          version: minutes.version,
        })
      : null,
    offers('endComments')
      ? postButton(ctx, {
          action: `${here}/synpunkter/avsluta`,
          text: t.endComments,
          variant: 'secondary',
          version: minutes.version,
        })
      : null,
    offers('announce') && announces && minutes.state === 'adjusted'
      ? linkButton({ text: t.announce, href: `${here}/anslag` })
      : null,
    offers('endAppeals') && periodOver
      ? postButton(ctx, { action: `${here}/overklagandetid-slut`, text: t.endAppeals, variant: 'secondary' })
      : null,
    offers('archive') && (minutes.state === 'final' || !announces)
      ? postButton(ctx, { action: `${here}/arkivera`, text: t.archive, version: minutes.version })
      : null,
    offers('correct') ? linkButton({ text: t.correct, href: `${here}/ratta`, variant: 'quiet' }) : null,
  ];
}

/** The approval at the next meeting, where the body works so: put it on the agenda, then choose the decision. */
function approvalPart(ctx: RequestContext, facts: MinutesPageFacts): Html | null {
  const t = texts[ctx.language];
  const { composed, later, approving } = facts;
  const { minutes } = composed;
  if (composed.rules.approval !== 'nextMeeting' || !offersMinutes(ctx.actor, minutes, 'approve')) return null;
  const here = recordAddress('minutes', minutes.id);
  const meetings = later.map((meeting) =>
    postButton(ctx, {
      action: `${here}/pa-dagordningen`,
      text: t.putOnAgenda,
      about: ctx.format.date(meeting.heldOn),
      variant: 'secondary',
      fields: { meetingId: meeting.id },
    }),
  );
  const decisions =
    approving.length === 0
      ? html`<p class="soft">${t.noApprovingDecision}</p>`
      : form(ctx, {
          action: `${here}/godkann`,
          submit: t.approve,
          version: minutes.version,
          body: field(ctx, {
            kind: 'select',
            name: 'decisionId',
            label: t.approveDecision,
            state: freshForm(),
            options: approving.map(({ id, title, decidedOn }) => ({
              value: id,
              text: `${title} (${decidedOn ? ctx.format.shortDate(decidedOn) : '–'})`,
            })),
          }),
        });
  return html`<section><h3>${t.approveTitle}</h3><p>${t.approveBody}</p>${
    later.length === 0 && approving.length === 0
      ? emptyState({ title: t.noNextMeeting, body: t.approveBody })
      : html`${later.map((meeting, index) => html`<div class="actions"><span>${ctx.format.date(meeting.heldOn)}</span>${meetings[index]}</div>`)}${decisions}`
  }</section>`;
}

/** Why nothing is announced, or that it is: the sentence of the board card. */
export function dutyWords(ctx: RequestContext, { duty }: MinutesPageFacts): string {
  return sentence(boardDuties[duty][ctx.language]);
}
