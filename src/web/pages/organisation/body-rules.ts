import { bodyKinds, quorumOf, type Regulation, regulationKeys } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { BodyFacts } from './body-facts.ts';
import { mayEdit } from './body-page.ts';
import { texts } from './texts.ts';

/** The rules that the kind of body and its reglemente give together, each in a sentence with the id by which the rule is known. */
export function rulesSection(ctx: RequestContext, { body, rules, seats }: BodyFacts): Html {
  const t = texts[ctx.language];
  const quorum = quorumOf(seats);
  const sentences = {
    mayDecide: t.mayDecide[rules.mayDecide],
    minutesRegulated: t.minutesRegulated[rules.minutesRegulated],
    appealable: t.appealable[rules.appealable],
    noticeBoard: t.noticeBoard[rules.noticeBoard],
    noticeDays: rules.noticeDays === null ? t.noticeDaysNone : t.noticeDays(rules.noticeDays),
    quorumNeeded: rules.quorumNeeded
      ? quorum.seats > 0
        ? t.quorum(quorum.needed, quorum.seats)
        : t.quorumYes
      : t.quorumNo,
    seats: rules.seats ? t.seatsYes : t.seatsNo,
  } as const;
  return html`<section id="regler"><h2>${t.rules}</h2><p>${t.rulesLead(bodyKinds[body.kind].label[ctx.language])}</p>${table(
    ctx,
    {
      caption: t.rules,
      captionHidden: true,
      columns: [
        { key: 'rule', text: t.rule },
        { key: 'says', text: t.says },
      ],
      rows: (Object.keys(sentences) as (keyof typeof sentences)[]).map((key) => ({
        rule: t.ruleNames[key],
        says: sentences[key],
      })),
    },
  )}</section>`;
}

/** What the body's own reglemente says and said, with the days from and to which. */
export function regulationsSection(ctx: RequestContext, { body, regulations }: BodyFacts): Html {
  const t = texts[ctx.language];
  const set = mayEdit(ctx, body.id)
    ? html`<div class="actions">${linkButton({ text: t.setRegulation, href: `${recordAddress('body', body.id)}/reglemente`, variant: 'secondary' })}</div>`
    : null;
  return html`<section id="reglemente"><h2>${t.regulations}</h2>${table(ctx, {
    caption: t.regulations,
    captionHidden: true,
    empty: html`<p class="soft">${t.noRegulations}</p>`,
    columns: [
      { key: 'rule', text: t.rule },
      { key: 'value', text: t.value },
      { key: 'valid', text: t.valid },
      { key: 'source', text: t.source },
    ],
    rows: regulations.map((one) => ({
      rule: regulationKeys[one.key].label[ctx.language],
      value: valueInWords(ctx, one),
      valid: [t.from(ctx.format.date(one.validFrom)), one.validTo && t.to(ctx.format.date(one.validTo))]
        .filter(Boolean)
        .join(' '),
      source: one.source && html`<span lang="sv">${one.source}</span>`,
    })),
  })}${set}</section>`;
}

function valueInWords(ctx: RequestContext, { value }: Regulation): string {
  const t = texts[ctx.language];
  if (value === 'yes') return t.yes;
  if (value === 'no') return t.no;
  return Object.hasOwn(t.words, value) ? t.words[value as keyof typeof t.words] : value;
}
