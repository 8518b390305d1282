import { type Assessment, type Contribution, daysLate } from '../../../domain/assessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card, cards } from '../../components/card/card.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { contributionLine } from './contribution-list-page.ts';
import { type ContributionFacts, situation } from './contribution-page.ts';
import { texts } from './texts.ts';

/** What the others wrote of the same assignment at the period, side by side, for who composes the joint text to take from. */
export function unitTexts(ctx: RequestContext, facts: ContributionFacts, mine: boolean, asking?: FormState): Html {
  const t = texts[ctx.language];
  const { contribution, siblings } = facts;
  const others = siblings.filter(({ id }) => id !== contribution.id);
  const composes = mine && contribution.partOf === null && contribution.period.state === 'open';
  return html`<section id="enheter"><h2>${contribution.partOf === null ? t.unitTexts : t.others}</h2>
${composes && others.length > 0 ? html`<p class="soft">${t.unitTextsLead}</p>` : null}
${others.length === 0 ? html`<p>${t.noUnits}</p>` : cards(others.map((other) => unitCard(ctx, facts, other, composes)))}
${composes ? askForm(ctx, facts, asking) : null}</section>`;
}

function unitCard(ctx: RequestContext, facts: ContributionFacts, other: Contribution, composes: boolean): Html {
  const said = facts.said.find(({ body }) => body?.id === other.body.id);
  return card({
    id: `bidrag-${other.id}`,
    level: 3,
    title: html`<span lang="sv">${other.body.name}</span>`,
    ...(daysLate(other, ctx.services.runtime.today()) > 0 && { tone: 'warning' as const }),
    body: html`<p>${contributionLine(ctx, other)}</p>${said ? situation(ctx, said) : html`<p>${texts[ctx.language].nothingWritten}</p>`}${composes && said ? takeButton(ctx, facts, said) : null}`,
  });
}

function takeButton(
  ctx: RequestContext,
  { contribution, written, taken }: ContributionFacts,
  said: Assessment,
): Content {
  const t = texts[ctx.language];
  const before = taken.find(({ sourceId }) => sourceId === said.id);
  if (contribution.state !== 'asked' || (before && !before.outdated)) return null;
  return postButton(ctx, {
    action: `${recordAddress('contribution', contribution.id)}/ta-in`,
    text: before ? t.takeAgain : t.takeText,
    about: said.body?.name ?? '',
    variant: 'secondary',
    version: written?.version ?? 0,
    fields: { kalla: said.id },
  });
}

/** Asks units for their part: those below the performer by a tick, any other body by choice. */
function askForm(ctx: RequestContext, { contribution, siblings, bodies }: ContributionFacts, sent?: FormState): Html {
  const t = texts[ctx.language];
  const asked = new Set(siblings.filter(({ state }) => state !== 'withdrawn').map(({ body }) => body.id));
  const free = bodies.filter(({ id }) => !asked.has(id));
  const below = free.filter(({ parentId }) => parentId === contribution.body.id);
  const others = free.filter((one) => !below.includes(one));
  const state = sent ?? freshForm({ dueOn: contribution.dueOn });
  return help({
    summary: t.askUnits,
    open: sent !== undefined,
    body: form(ctx, {
      action: `${recordAddress('contribution', contribution.id)}/be-enheter`,
      submit: t.askSubmit,
      variant: 'secondary',
      state,
      labels: { bodyIds: t.units, otherId: t.otherUnit, dueOn: t.unitsDue },
      body: html`${
        below.length > 0
          ? choices(ctx, {
              kind: 'checkbox',
              name: 'bodyIds',
              legend: t.units,
              hint: t.unitsHint,
              state,
              options: below.map(({ id, name }) => ({ value: id, text: name })),
            })
          : null
      }${field(ctx, {
        kind: 'select',
        name: 'otherId',
        label: t.otherUnit,
        empty: t.otherUnitNone,
        optional: true,
        state,
        options: others.map(({ id, name }) => ({ value: id, text: name })),
      })}${field(ctx, { kind: 'date', name: 'dueOn', label: t.unitsDue, state })}`,
    }),
  });
}
