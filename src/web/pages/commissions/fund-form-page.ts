import {
  type Fund,
  type FundYear,
  fundKindCodes,
  fundKinds,
  fundOwnerCodes,
  fundOwners,
} from '../../../domain/commissions/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { kronorOf, type Ore } from '../../../kernel/ore.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { mayEdit, moneyCrumbs, moneyPath, sentence } from './commission-view.ts';
import { texts } from './texts.ts';

/** The form in which a fund is entered or changed. */
export function fundFormPage(
  ctx: RequestContext,
  { bodies, fund }: { readonly bodies: readonly Body[]; readonly fund?: Fund },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const f = t.fundPage;
  const saved = fund && savedFund(fund);
  const state = sent ?? freshForm(saved ?? { kind: 'earmarked' });
  const title = fund ? f.changeTitle : f.newTitle;
  const address = fund ? recordAddress('fund', fund.id) : moneyPath;
  const labels = {
    name: f.name,
    owner: t.money.owner,
    kind: t.money.kind,
    bodyId: f.keeper,
    purpose: f.purpose,
    conditions: f.conditions,
    aliases: f.aliases,
  };
  const show = (name: string, value: string): string => {
    if (name === 'owner' && value in fundOwners) return fundOwners[value as keyof typeof fundOwners][ctx.language];
    if (name === 'kind' && value in fundKinds) return fundKinds[value as keyof typeof fundKinds][ctx.language];
    return name === 'bodyId' ? (bodies.find(({ id }) => id === value)?.name ?? '') : value;
  };
  return page({
    title,
    crumbs: moneyCrumbs(ctx, ...(fund ? [{ text: fund.name, href: address }] : []), { text: title }),
    body: html`${form(ctx, {
      action: `${address}/${fund ? 'andra' : 'ny'}`,
      submit: t.save,
      state,
      labels,
      ...(fund && { version: fund.version }),
      cancel: { href: address },
      body: html`${
        saved
          ? bothTexts(ctx, {
              state,
              show,
              fields: Object.entries(labels).map(([name, label]) => ({
                name,
                label,
                saved: show(name, saved[name] ?? ''),
              })),
            })
          : null
      }${field(ctx, { name: 'name', label: f.name, hint: f.nameHint, width: 'full', state })}
${field(ctx, { kind: 'select', name: 'owner', label: t.money.owner, state, options: fundOwnerCodes.map((code) => ({ value: code, text: sentence(fundOwners[code][ctx.language]) })) })}
${field(ctx, { kind: 'select', name: 'kind', label: t.money.kind, state, options: fundKindCodes.map((code) => ({ value: code, text: sentence(fundKinds[code][ctx.language]) })) })}
${field(ctx, { kind: 'select', name: 'bodyId', label: f.keeper, optional: mayEdit(ctx, null), state, options: bodies.filter(({ id }) => mayEdit(ctx, id)).map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { kind: 'textarea', name: 'purpose', label: f.purpose, rows: 3, optional: true, state })}
${field(ctx, { kind: 'textarea', name: 'conditions', label: f.conditions, hint: f.conditionsHint, rows: 4, optional: true, state })}
${field(ctx, { kind: 'textarea', name: 'aliases', label: f.aliases, hint: f.aliasesHint, rows: 3, optional: true, state })}`,
    })}`,
  });
}

function savedFund(fund: Fund): Readonly<Record<string, string>> {
  return {
    name: fund.name,
    owner: fund.owner,
    kind: fund.kind,
    bodyId: fund.body?.id ?? '',
    purpose: fund.purpose,
    conditions: fund.conditions.join('\n'),
    aliases: fund.aliases.join('\n'),
  };
}

/** The form for a year of a fund: what it is allocated, and afterwards what was paid and is carried on. */
export function fundYearPage(ctx: RequestContext, fund: Fund, asked: number | undefined, sent?: FormState): Page {
  const t = texts[ctx.language];
  const f = t.fundPage;
  const typed = Number(sent?.values.year ?? asked);
  const told = fund.years.find(({ year }) => year === typed);
  const next = Math.max(Number(ctx.services.runtime.today().slice(0, 4)), ...fund.years.map(({ year }) => year + 1));
  const saved = told && savedYear(told);
  const state = sent ?? freshForm(saved ?? { year: String(asked ?? next) });
  const address = recordAddress('fund', fund.id);
  const labels = {
    year: t.year,
    allocated: t.money.allocated,
    spent: t.money.spent,
    carried: t.money.carried,
    note: f.note,
  };
  const title = f.yearTitle(told ? `${fund.name} ${told.year}` : fund.name);
  return page({
    title,
    crumbs: moneyCrumbs(ctx, { text: fund.name, href: address }, { text: t.year }),
    body: html`${form(ctx, {
      action: `${address}/ar`,
      submit: t.save,
      state,
      labels,
      version: told?.version ?? 0,
      cancel: { href: address },
      body: html`${
        saved
          ? bothTexts(ctx, {
              state,
              fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: saved[name] ?? '' })),
            })
          : null
      }${field(ctx, { kind: 'number', name: 'year', label: t.year, state })}
${field(ctx, { name: 'allocated', label: t.money.allocated, hint: f.allocatedHint, width: 'medium', state })}
${field(ctx, { name: 'spent', label: t.money.spent, hint: f.spentHint, width: 'medium', optional: true, state })}
${field(ctx, { name: 'carried', label: t.money.carried, hint: f.carriedHint, width: 'medium', optional: true, state })}
${field(ctx, { kind: 'textarea', name: 'note', label: f.note, rows: 2, optional: true, state })}`,
    })}`,
  });
}

function savedYear(told: FundYear): Readonly<Record<string, string>> {
  const kr = (ore: Ore | null) => (ore === null ? '' : String(kronorOf(ore)).replace('.', ','));
  return {
    year: String(told.year),
    allocated: kr(told.allocated),
    spent: kr(told.spent),
    carried: kr(told.carried),
    note: told.note,
  };
}
