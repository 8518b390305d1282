import { may } from '../../../domain/access/index.ts';
import {
  type DatedLeaveRule,
  type DeviationFunction,
  deviationFormVersions,
  deviationKinds,
  everyArea,
  leaveRules,
  type PilotSite,
} from '../../../domain/deviations/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { table } from '../../components/table/table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { crumbsTo, deviationsHref, optionsFrom } from './deviation-view.ts';
import { texts } from './texts.ts';

export type RegisterFacts = {
  readonly principals: readonly Body[];
  readonly functions: readonly DeviationFunction[];
  readonly rules: readonly DatedLeaveRule[];
  readonly sites: readonly PilotSite[];
};
export type SentRegister = { readonly which: 'function' | 'rule' | 'pilot'; readonly state: FormState };

/** Who takes care of deviations where, the rule of who reports on leave, the places where the form is tried, and its versions. */
export function registerPage(ctx: RequestContext, facts: RegisterFacts, sent?: SentRegister): Page {
  const t = texts[ctx.language];
  const edit = ctx.actor !== undefined && may(ctx.actor, 'deviation.handle');
  const part = (which: SentRegister['which'], summary: string, draw: (state: FormState) => Html): Content => {
    if (!edit) return null;
    const own = sent?.which === which ? sent.state : undefined;
    return help({ summary, open: own !== undefined, body: draw(own ?? freshForm()) });
  };
  return page({
    title: t.register,
    width: 'wide',
    crumbs: crumbsTo(ctx, t.register),
    lead: t.registerLead,
    body: html`<section id="funktioner"><h2>${t.functions}</h2>${functionTable(ctx, facts, edit)}${part('function', t.addFunction, (state) => functionForm(ctx, facts, state))}</section>
<section id="permission"><h2>${t.leaveRule}</h2>${ruleTable(ctx, facts.rules)}${part('rule', t.setRule, (state) => ruleForm(ctx, state))}</section>
<section id="pilot"><h2>${t.pilot}</h2>${pilotTable(ctx, facts.sites)}${part('pilot', t.addPilot, (state) => pilotForm(ctx, facts, state))}</section>
<section><h2>${t.forms}</h2><ul>${deviationFormVersions.map(({ version, from, asks }) => html`<li>${t.formVersion(version)}, ${ctx.format.date(from)}: ${t.formAsks(asks.length)}</li>`)}</ul></section>`,
  });
}

function functionTable(ctx: RequestContext, { functions }: RegisterFacts, edit: boolean): Html {
  const t = texts[ctx.language];
  if (functions.length === 0) return emptyState({ title: t.noFunctions, body: t.noFunctionsBody });
  return table<string>(ctx, {
    caption: t.functions,
    captionHidden: true,
    columns: [
      { key: 'body', text: t.principal },
      { key: 'area', text: t.area },
      { key: 'title', text: t.functionTitle },
      { key: 'mailbox', text: t.mailbox },
      ...(edit ? [{ key: 'end', text: t.endFunction }] : []),
    ],
    rows: functions.map((one) => ({
      body: html`<span lang="sv">${one.body.name}</span>`,
      area: one.area === everyArea ? t.everyArea : deviationKinds[one.area][ctx.language],
      title: html`<span lang="sv">${one.title}</span>`,
      mailbox: html`<a href="mailto:${one.mailbox}">${one.mailbox}</a>`,
      end: edit
        ? postButton(ctx, {
            action: `${deviationsHref}/register/funktion/${one.id}/avsluta`,
            text: t.endFunction,
            about: `${one.title}, ${one.body.name}`,
            variant: 'quiet',
          })
        : null,
    })),
  });
}

function functionForm(ctx: RequestContext, { principals }: RegisterFacts, state: FormState): Html {
  const t = texts[ctx.language];
  return form(ctx, {
    action: `${deviationsHref}/register/funktion`,
    submit: t.addFunction,
    state,
    labels: { bodyId: t.principal, area: t.area, title: t.functionTitle, mailbox: t.mailbox },
    body: html`${field(ctx, { kind: 'select', name: 'bodyId', label: t.principal, state, options: bodyOptions(principals) })}
${field(ctx, { kind: 'select', name: 'area', label: t.area, state, options: [{ value: everyArea, text: t.everyArea }, ...optionsFrom(ctx, deviationKinds)] })}
${field(ctx, { name: 'title', label: t.functionTitle, hint: t.functionHint, width: 'full', state })}
${field(ctx, { kind: 'email', name: 'mailbox', label: t.mailbox, hint: t.mailboxHint, width: 'full', state })}`,
  });
}

function ruleTable(ctx: RequestContext, rules: readonly DatedLeaveRule[]): Html {
  const t = texts[ctx.language];
  if (rules.length === 0) return html`<p>${t.noRules}</p>`;
  return table(ctx, {
    caption: t.leaveRule,
    captionHidden: true,
    columns: [
      { key: 'from', text: t.validFrom, kind: 'date' },
      { key: 'rule', text: t.rule },
      { key: 'motive', text: t.motive },
      { key: 'by', text: t.by },
    ],
    rows: rules.map((one) => ({
      from: ctx.format.date(one.validFrom),
      rule: leaveRules[one.rule][ctx.language],
      motive: html`<span lang="sv">${one.motive}</span>`,
      by: html`<span lang="sv">${one.setBy}</span>`,
    })),
  });
}

function ruleForm(ctx: RequestContext, state: FormState): Html {
  const t = texts[ctx.language];
  return form(ctx, {
    action: `${deviationsHref}/register/permission`,
    submit: t.saveRule,
    state,
    labels: { rule: t.rule, motive: t.motive, validFrom: t.validFrom },
    body: html`${field(ctx, { kind: 'select', name: 'rule', label: t.rule, state, options: optionsFrom(ctx, leaveRules) })}
${field(ctx, { kind: 'textarea', name: 'motive', label: t.motive, rows: 3, state })}
${field(ctx, { kind: 'date', name: 'validFrom', label: t.validFrom, state })}`,
  });
}

function pilotTable(ctx: RequestContext, sites: readonly PilotSite[]): Html {
  const t = texts[ctx.language];
  if (sites.length === 0) return html`<p>${t.noPilot}</p>`;
  return table(ctx, {
    caption: t.pilot,
    captionHidden: true,
    columns: [
      { key: 'site', text: t.site },
      { key: 'body', text: t.principal },
      { key: 'from', text: t.validFrom, kind: 'date' },
      { key: 'to', text: t.until, kind: 'date' },
      { key: 'note', text: t.note },
    ],
    rows: sites.map((one) => ({
      site: html`<span lang="sv">${one.site}</span>`,
      body: html`<span lang="sv">${one.body.name}</span>`,
      from: ctx.format.date(one.startsOn),
      to: one.endsOn === null ? t.notEnded : ctx.format.date(one.endsOn),
      note: html`<span lang="sv">${one.note}</span>`,
    })),
  });
}

function pilotForm(ctx: RequestContext, { principals }: RegisterFacts, state: FormState): Html {
  const t = texts[ctx.language];
  return form(ctx, {
    action: `${deviationsHref}/register/pilot`,
    submit: t.addPilot,
    state,
    labels: { site: t.site, pilotBodyId: t.principal, startsOn: t.validFrom, endsOn: t.until, note: t.note },
    body: html`${field(ctx, { name: 'site', label: t.site, width: 'full', state })}
${field(ctx, { kind: 'select', name: 'pilotBodyId', label: t.principal, state, options: bodyOptions(principals) })}
${field(ctx, { kind: 'date', name: 'startsOn', label: t.validFrom, state })}
${field(ctx, { kind: 'date', name: 'endsOn', label: t.until, optional: true, state })}
${field(ctx, { name: 'note', label: t.note, optional: true, width: 'full', state })}`,
  });
}

const bodyOptions = (bodies: readonly Body[]) => bodies.map(({ id, name }) => ({ value: id, text: name }));
