import { type AgreementStep, stepStanding, type WholeAgreement } from '../../../domain/agreements/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { inSwedish } from './agreement-view.ts';
import { texts } from './texts.ts';

/** The plan by which the agreement is carried out: step by step with who is responsible, and party by party how far it has come. */
export function planSection(ctx: RequestContext, agreement: WholeAgreement, keeps: boolean): Html {
  const t = texts[ctx.language];
  const { steps, planTold } = agreement;
  const here = recordAddress('agreement', agreement.id);
  const add = keeps ? linkButton({ text: t.addStep, href: `${here}/steg`, variant: 'secondary' }) : null;
  return html`<section id="genomforande"><h2>${t.plan}</h2>${planTold ? html`<p>${t.planTold}: <q lang="sv">${planTold}</q></p>` : null}${
    steps.length === 0
      ? emptyState({ title: t.noPlan, body: t.noPlanBody, ...(add && { action: add }) })
      : html`${stepTable(ctx, agreement, keeps)}${perParty(ctx, agreement)}${add ? html`<div class="actions">${add}</div>` : null}`
  }</section>`;
}

function stepTable(ctx: RequestContext, agreement: WholeAgreement, keeps: boolean): Html {
  const t = texts[ctx.language];
  const here = recordAddress('agreement', agreement.id);
  return table(ctx, {
    caption: t.plan,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.step },
      { key: 'party', text: t.forWhom },
      { key: 'responsible', text: t.responsible },
      { key: 'due', text: t.due, kind: 'date' },
      { key: 'status', text: t.status },
    ],
    rows: agreement.steps.map((step) => ({
      what: html`${keeps ? html`<a href="${here}/steg/${step.id}" lang="sv">${step.what}</a>` : inSwedish(step.what)}${step.note ? html`<br><span class="soft" lang="sv">${step.note}</span>` : null}`,
      party: partyOf(agreement, step) ?? t.together,
      responsible: inSwedish(step.responsible),
      due: step.dueOn ? ctx.format.date(step.dueOn) : null,
      status: standingTag(ctx, step),
    })),
  });
}

/** How many steps of its own each party has done: who is behind is seen without reading the whole plan. */
function perParty(ctx: RequestContext, { parties, steps }: WholeAgreement): Content {
  const t = texts[ctx.language];
  const with_ = parties.flatMap((party) => {
    const own = steps.filter(({ partyId }) => partyId === party.id);
    return own.length === 0 ? [] : [{ party, own }];
  });
  if (with_.length < 2) return null;
  const today = ctx.services.runtime.today();
  return table(ctx, {
    caption: t.perParty,
    columns: [
      { key: 'party', text: t.party },
      { key: 'done', text: t.done },
      { key: 'late', text: t.status },
    ],
    dense: true,
    rows: with_.map(({ party, own }) => {
      const standings = own.map((step) => stepStanding(step, today));
      const done = standings.filter((one) => one === 'done').length;
      const late = standings.includes('late');
      return {
        party: inSwedish(party.name),
        done: t.doneOf(done, own.length),
        late: tag(
          late
            ? { text: t.late, tone: 'late' }
            : done === own.length
              ? { text: t.isDone, tone: 'ok' }
              : { text: t.ahead, tone: 'neutral' },
        ),
      };
    }),
  });
}

function standingTag(ctx: RequestContext, step: AgreementStep): Html {
  const t = texts[ctx.language];
  const tones: Readonly<Record<ReturnType<typeof stepStanding>, readonly [string, TagTone]>> = {
    done: [t.isDone, 'ok'],
    late: [t.late, 'late'],
    ahead: [t.ahead, 'neutral'],
    dayless: [t.dayless, 'unknown'],
  };
  const [text, tone] = tones[stepStanding(step, ctx.services.runtime.today())];
  return tag({ text: step.doneOn ? `${text} ${ctx.format.date(step.doneOn)}` : text, tone });
}

function partyOf({ parties }: WholeAgreement, { partyId }: AgreementStep): Html | null {
  const party = parties.find(({ id }) => id === partyId);
  return party ? inSwedish(party.name) : null;
}
