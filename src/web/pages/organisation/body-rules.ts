import {
  type BodyRules,
  bodyKinds,
  type EffectiveRule,
  effectiveRules,
  isCount,
  mandateNotice,
  quorumOf,
  type Regulation,
  type RegulationGroup,
  type RegulationKey,
  regulationEntry,
  regulationGroups,
  rulesetOf,
} from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { help } from '../../components/help/help.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import type { BodyFacts } from './body-facts.ts';
import { mayEdit } from './body-page.ts';
import { rulesTexts } from './rules-texts.ts';
import { seriesLine } from './section-series-page.ts';
import { texts } from './texts.ts';

const groups = Object.keys(regulationGroups) as readonly RegulationGroup[];

/** What holds for the body: what its kind means in the law, then each value with the law or the reglemente that says it. */
export function rulesSection(ctx: RequestContext, facts: BodyFacts): Html {
  const t = rulesTexts[ctx.language];
  const { body, rules, day } = facts;
  const { source } = rulesetOf(body.kind, day);
  const mandate = mandateNotice(rules);
  const kind = bodyKinds[body.kind].label[ctx.language];
  return html`<section id="regler"><h2>${t.title}</h2><p>${hasLaw(rules) ? t.lead(kind, source) : t.leadWithoutLaw(kind)}</p>
${mandate && facts.meets ? notice(ctx, { tone: 'info', title: t.mandate, body: html`<p>${mandate[ctx.language]}</p>` }) : null}${kindTable(ctx, facts)}${seriesLine(ctx, facts)}</section>`;
}

/** Whether an act speaks of such a body at all: none does of a group of officials, or of a party that others only name. */
function hasLaw({ seats }: BodyRules): boolean {
  return seats;
}

/** A group has no budget of its own to decide about, so the general sentence would say too much of it. */
function decides(ctx: RequestContext, rules: BodyRules): string {
  const ofNone = rules.mandate === 'eachParty' || rules.mandate === 'none' ? mandateNotice(rules) : undefined;
  return ofNone ? ofNone[ctx.language] : texts[ctx.language].mayDecide[rules.mayDecide];
}

/** The value of the reglemente that could change each sentence about the kind, for its source. */
const keyOfSentence = {
  mayDecide: 'rule.mayDecide',
  minutesRegulated: 'rule.minutesRegulated',
  appealable: 'rule.appealable',
  noticeBoard: 'rule.noticeBoard',
  noticeDays: 'noticeDays',
  quorumNeeded: 'rule.quorumNeeded',
  seats: 'deputiesOrder',
} as const satisfies Record<string, RegulationKey>;

function kindTable(ctx: RequestContext, { body, day, regulations, rules, seats }: BodyFacts): Html {
  const t = texts[ctx.language];
  const effective = effectiveRules(body.kind, regulations, day);
  const source = (key: RegulationKey) => {
    const found = effective.find((one) => one.key === key);
    return found ? sourceInWords(ctx, found) : html`<span class="soft">${rulesTexts[ctx.language].custom}</span>`;
  };
  const quorum = quorumOf(seats);
  const sentences = {
    mayDecide: decides(ctx, rules),
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
  return table(ctx, {
    caption: t.rules,
    columns: [
      { key: 'rule', text: t.rule },
      { key: 'says', text: t.says },
      { key: 'source', text: t.source },
    ],
    rows: (Object.keys(sentences) as (keyof typeof sentences)[]).map((key) => ({
      rule: t.ruleNames[key],
      says: sentences[key],
      source: source(keyOfSentence[key]),
    })),
  });
}

/** Each value of the reglemente, group by group, with its source; and all that was ever recorded, folded away. */
export function regulationsSection(ctx: RequestContext, { body, day, regulations, meets }: BodyFacts): Html | null {
  const t = texts[ctx.language];
  if (!meets) return null;
  const all = effectiveRules(body.kind, regulations, day);
  const tables = groups.flatMap((group) => {
    const rows = all.filter(({ key }) => regulationEntry(key).group === group);
    return rows.length === 0 ? [] : [groupRules(ctx, body.id, group, rows)];
  });
  return html`<section id="reglemente"><h2>${t.regulations}</h2><p>${rulesTexts[ctx.language].regulationsLead}</p>${tables}${history(ctx, regulations)}</section>`;
}

/** One part of the reglemente, unfolded where something of it is recorded: the rest is what holds without a word. */
function groupRules(ctx: RequestContext, bodyId: string, group: RegulationGroup, rows: readonly EffectiveRule[]): Html {
  const recorded = rows.filter(({ origin }) => origin === 'regulation').length;
  const label = regulationGroups[group][ctx.language];
  return help({
    summary: recorded > 0 ? rulesTexts[ctx.language].recordedOf(label, recorded) : label,
    body: groupTable(ctx, bodyId, label, rows),
    open: recorded > 0,
  });
}

function groupTable(ctx: RequestContext, bodyId: string, caption: string, rows: readonly EffectiveRule[]): Html {
  const t = rulesTexts[ctx.language];
  const editable = mayEdit(ctx, bodyId);
  return table(ctx, {
    caption,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'rule', text: t.rule },
      { key: 'says', text: t.says },
      { key: 'source', text: t.source },
      ...(editable ? [{ key: 'change', text: t.change } as const] : []),
    ],
    rows: rows.map((one) => {
      const label = regulationEntry(one.key).label[ctx.language];
      return {
        rule: label,
        says: one.value === null ? html`<span class="soft">${t.unsaid}</span>` : valueInWords(ctx, one.key, one.value),
        source: sourceInWords(ctx, one),
        change: editable
          ? html`<a href="${regulationPath(bodyId, one.key)}">${t.change}<span class="sr-only">${t.changeAbout(label)}</span></a>`
          : null,
      };
    }),
  });
}

function sourceInWords(ctx: RequestContext, { origin, source, recorded }: EffectiveRule): Content {
  const t = rulesTexts[ctx.language];
  if (origin === 'law') return html`${t.law}: <span lang="sv">${source}</span>`;
  if (origin === 'custom') return html`<span class="soft">${t.custom}</span>`;
  const from = recorded ? t.regulationFrom(ctx.format.shortDate(recorded.validFrom)) : t.regulation;
  return source ? html`${from}: <span lang="sv">${source}</span>` : from;
}

function history(ctx: RequestContext, regulations: readonly Regulation[]): Html {
  const t = texts[ctx.language];
  if (regulations.length === 0) return html`<p class="soft">${t.noRegulations}</p>`;
  return help({
    summary: rulesTexts[ctx.language].history(regulations.length),
    body: table(ctx, {
      caption: t.regulations,
      captionHidden: true,
      dense: true,
      columns: [
        { key: 'rule', text: t.rule },
        { key: 'value', text: t.value },
        { key: 'valid', text: t.valid },
        { key: 'source', text: t.source },
      ],
      rows: regulations.map((one) => ({
        rule: regulationEntry(one.key).label[ctx.language],
        value: valueInWords(ctx, one.key, one.value),
        valid: [t.from(ctx.format.date(one.validFrom)), one.validTo && t.to(ctx.format.date(one.validTo))]
          .filter(Boolean)
          .join(' '),
        source: one.source && html`<span lang="sv">${one.source}</span>`,
      })),
    }),
  });
}

/** A value of the reglemente as it is spoken: "ja", "9", "14 dagar". */
export function valueInWords(ctx: RequestContext, key: RegulationKey, value: string): string {
  const { values } = regulationEntry(key);
  if (!isCount(values)) return values[value]?.[ctx.language] ?? value;
  return values.unit === 'days' ? rulesTexts[ctx.language].days(value) : value;
}

/** The address of the form in which one value of the reglemente is recorded. */
export function regulationPath(bodyId: string, key?: RegulationKey): string {
  return `${recordAddress('body', bodyId)}/reglemente${key ? `?${new URLSearchParams({ regel: key })}` : ''}`;
}
