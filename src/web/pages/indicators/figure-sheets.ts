import type { Sheet } from '../../../documents/out/index.ts';
import {
  type ClaimListed,
  type IndicatorListed,
  missingReasons,
  type Series,
  sexes,
  valueOrigins,
} from '../../../domain/indicators/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import { findingText } from './claims-page.ts';
import { sentence } from './figure-words.ts';
import { texts } from './texts.ts';

const link = (ctx: RequestContext, text: string, path: string) => ({ text, href: `${ctx.services.publicUrl}${path}` });

/** The register of indicators as a table to take out. */
export function registerSheet(ctx: RequestContext, rows: readonly IndicatorListed[]): Sheet {
  const t = texts[ctx.language];
  return {
    title: t.title,
    language: ctx.language,
    columns: [
      { head: t.indicator, kind: 'link' },
      { head: t.unit, kind: 'text' },
      { head: t.area, kind: 'text' },
      { head: t.latest, kind: 'number' },
      { head: t.asOf, kind: 'text' },
      { head: t.kind, kind: 'text' },
      { head: t.values, kind: 'number' },
    ],
    rows: rows.map(({ id, name, unit, area, latest, values }) => [
      link(ctx, sentence(name), recordAddress('indicator', id)),
      unit,
      area,
      latest?.value ?? null,
      latest?.asOf ?? null,
      latest && (latest.claimed ? t.toldTag : t.measuredTag),
      values,
    ]),
  };
}

/** The values of one series as a table to take out: the columns are those that a table to read in has. */
export function seriesSheet(ctx: RequestContext, { indicator, points }: Series): Sheet {
  const t = texts[ctx.language];
  return {
    title: sentence(indicator.name),
    language: ctx.language,
    columns: [
      { head: t.indicator, kind: 'text' },
      { head: t.place, kind: 'text' },
      { head: t.sex, kind: 'text' },
      { head: t.ageGroup, kind: 'text' },
      { head: t.asOf, kind: 'text' },
      { head: t.value, kind: 'number' },
      { head: t.unit, kind: 'text' },
      { head: t.qualifier, kind: 'text' },
      { head: t.whyMissing, kind: 'text' },
      { head: t.origin, kind: 'text' },
      { head: t.note, kind: 'text' },
    ],
    rows: points.map((one) => [
      indicator.name,
      one.place,
      sexes[one.sex][ctx.language],
      one.ageGroup,
      one.asOf,
      one.value,
      indicator.unit,
      one.qualifier,
      one.missing && missingReasons[one.missing][ctx.language],
      one.forecast ? t.forecast : valueOrigins[one.origin][ctx.language],
      one.note,
    ]),
  };
}

/** The claims to check as a table to take out. */
export function claimsSheet(ctx: RequestContext, claims: readonly ClaimListed[]): Sheet {
  const t = texts[ctx.language];
  return {
    title: t.claims,
    language: ctx.language,
    columns: [
      { head: t.indicator, kind: 'link' },
      { head: t.asOf, kind: 'text' },
      { head: t.value, kind: 'number' },
      { head: t.claimedChange, kind: 'number' },
      { head: t.since, kind: 'text' },
      { head: t.finding, kind: 'text' },
      { head: t.computedChange, kind: 'number' },
      { head: t.valueBefore, kind: 'number' },
      { head: t.source, kind: 'text' },
    ],
    rows: claims.map((claim) => {
      const { indicator, point, finding, changePercent } = claim;
      const computed = finding.kind === 'claimed' ? null : Math.round(finding.computed * 10) / 10;
      return [
        link(ctx, sentence(indicator.name), recordAddress('indicator', indicator.id)),
        point.asOf,
        point.value,
        changePercent,
        point.changedFrom,
        findingText(ctx, claim),
        computed,
        finding.kind === 'claimed' ? (finding.derived?.value ?? null) : finding.before,
        point.sourcePassage?.documentTitle ?? null,
      ];
    }),
  };
}
