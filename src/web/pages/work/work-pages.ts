import type { NamedAccount } from '../../../domain/access/index.ts';
import {
  canDelegate,
  countWork,
  isAtHand,
  isHeld,
  lastRestDay,
  type WorkEntry,
  type WorkKind,
  type WorkSetting,
  workKindOf,
  workPlaceCodes,
  workPlaces,
} from '../../../domain/work/index.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';
import { dayOf, workAddress, workRow, workSettingAddress } from './work-rows.ts';

/** All that somebody has to do, in its places; of one kind when one is chosen. */
export function workListPage(ctx: RequestContext, entries: readonly WorkEntry[], kind: WorkKind | undefined): Page {
  const t = texts[ctx.language];
  const chosen = kind === undefined ? entries : entries.filter((one) => one.kind === kind);
  const own = entries.filter(isAtHand);
  const late = own.filter(({ daysLate }) => daysLate > 0).length;
  return page({
    title: t.title,
    lead: t.lead(own.length, late),
    crumbs: [{ text: ctx.t.shell.nav.today, href: '/' }, { text: t.title }],
    body:
      chosen.length === 0
        ? emptyState(
            kind === undefined
              ? { title: t.nothing, body: t.nothingBody }
              : { title: t.nothingOfKind, body: workKindOf(kind).label[ctx.language] },
          )
        : html`${workPlaceCodes.map((place) => placeSection(ctx, place, chosen))}`,
    aside: html`${kinds(ctx, entries, kind)}<p><a href="${workSettingAddress}">${t.letters}</a></p>`,
  });
}

function placeSection(ctx: RequestContext, place: WorkEntry['place'], entries: readonly WorkEntry[]): Html | null {
  const own = entries.filter((one) => one.place === place);
  if (own.length === 0) return null;
  return card({
    id: `plats-${place}`,
    title: html`${workPlaces[place][ctx.language]} <span class="tabs-count">${ctx.format.number(own.length)}</span>`,
    body: linkList(own.map((one) => workRow(ctx, one, { actions: true }))),
  });
}

/** How much there is of each kind; each figure leads to its lines. */
function kinds(ctx: RequestContext, entries: readonly WorkEntry[], chosen: WorkKind | undefined): Html | null {
  const t = texts[ctx.language];
  const counts = [...countWork(entries)];
  if (counts.length < 2) return null;
  return card({
    title: t.byKind,
    body: linkList(
      counts.map(([kind, count]) => ({
        title: workKindOf(kind).label[ctx.language],
        href: `${workAddress}?slag=${kind}`,
        note: ctx.format.number(count),
      })),
      chosen ? { more: { text: t.all(entries.length), href: workAddress } } : {},
    ),
  });
}

/** Which of the two forms of a piece of work is drawn again. */
export type ArrangeStates = { readonly rest?: FormState; readonly delegate?: FormState };

/** One piece of work, with the forms by which it is put to rest or handed over. */
export function arrangePage(
  ctx: RequestContext,
  { entry, receivers }: { readonly entry: WorkEntry; readonly receivers: readonly NamedAccount[] },
  states: ArrangeStates = {},
): Page {
  const t = texts[ctx.language];
  const label = workKindOf(entry.kind).label[ctx.language];
  const held = entry.delegation !== null && isHeld(entry.delegation.state);
  return page({
    title: label,
    width: 'text',
    lead: html`<span lang="sv">${entry.title}</span>`,
    crumbs: [{ text: ctx.t.shell.nav.today, href: '/' }, { text: t.title, href: workAddress }, { text: label }],
    body: html`${summaryList([
      { term: t.body, value: entry.body && html`<span lang="sv">${entry.body.name}</span>` },
      {
        term: t.day,
        value:
          entry.dueOn !== null && entry.daysLate > 0
            ? html`${ctx.format.date(entry.dueOn)} ${dayOf(ctx, entry)}`
            : dayOf(ctx, entry),
      },
    ])}<div class="actions">${linkButton({ text: t.open, href: entry.href })}</div><section><h2>${t.rest}</h2>${restForm(ctx, entry, states.rest ?? freshForm())}</section><section><h2>${t.delegate}</h2>${
      held
        ? html`<p>${t.with(entry.delegation!.to.name)}.</p>`
        : delegateForm(ctx, entry, receivers, states.delegate ?? freshForm())
    }</section>`,
  });
}

function restForm(ctx: RequestContext, entry: WorkEntry, state: FormState): Html {
  const t = texts[ctx.language];
  const last = lastRestDay(entry);
  if (last !== undefined && last <= ctx.services.runtime.today()) return html`<p>${t.restTooLate}</p>`;
  const now = entry.rest
    ? html`<p>${t.restsUntil(ctx.format.date(entry.rest.untilOn))}: <span lang="sv">${entry.rest.reason}</span></p>${postButton(ctx, { action: `${workAddress}/vack`, text: t.wake, variant: 'secondary', fields: { key: entry.key } })}`
    : null;
  return html`${now}<p>${t.restLead}${last === undefined ? null : ` ${t.restByLaw(ctx.format.date(last))}`}</p>${form(
    ctx,
    {
      action: `${workAddress}/vila`,
      submit: t.rest,
      variant: 'secondary',
      state,
      body: html`<input type="hidden" name="key" value="${entry.key}">${field(ctx, {
        kind: 'date',
        name: 'untilOn',
        label: t.untilOn,
        hint: t.untilHint,
        state,
      })}${field(ctx, { name: 'reason', label: t.reason, state })}`,
    },
  )}`;
}

function delegateForm(
  ctx: RequestContext,
  entry: WorkEntry,
  receivers: readonly NamedAccount[],
  state: FormState,
): Html {
  const t = texts[ctx.language];
  if (!canDelegate(entry)) return html`<p>${t.ownOnly}</p>`;
  if (receivers.length === 0) return html`<p>${t.nobody}</p>`;
  return html`<p>${t.delegateLead}</p>${form(ctx, {
    action: `${workAddress}/lamna-over`,
    submit: t.delegate,
    variant: 'secondary',
    state,
    body: html`<input type="hidden" name="key" value="${entry.key}">${field(ctx, {
      kind: 'select',
      name: 'toAccountId',
      label: t.to,
      options: receivers.map(({ id, name }) => ({ value: id, text: name })),
      state,
    })}${field(ctx, { kind: 'textarea', rows: 2, name: 'note', label: t.note, optional: true, state })}`,
  })}`;
}

/** How the house writes to the one who is signed in. */
export function workLettersPage(
  ctx: RequestContext,
  setting: WorkSetting & { readonly email: string | null },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const weekdayOptions = [
    ...t.weekdays.map((text, index) => ({ value: String(index + 1), text })),
    { value: '0', text: t.never },
  ];
  const reminderOptions = [
    { value: 'all', text: t.remindersOn },
    { value: 'law', text: t.remindersOff },
  ];
  const shown = (name: string, value: string) =>
    (name === 'weekday' ? weekdayOptions : reminderOptions).find((one) => one.value === value)?.text ?? value;
  const saved = settingValues(setting);
  return page({
    title: t.letters,
    width: 'text',
    lead: t.lettersLead,
    crumbs: [{ text: ctx.t.shell.nav.today, href: '/' }, { text: t.title, href: workAddress }, { text: t.letters }],
    body: html`${
      setting.email === null
        ? notice(ctx, { tone: 'warning', body: t.noAddress })
        : html`<p>${t.address(setting.email)}</p>`
    }${bothTexts(ctx, {
      state,
      show: shown,
      fields: [
        { name: 'weekday', label: t.weekday, saved: saved.weekday },
        { name: 'reminders', label: t.reminders, saved: saved.reminders },
      ],
    })}${form(ctx, {
      action: workSettingAddress,
      submit: t.save,
      state,
      version: setting.version,
      cancel: { href: workAddress },
      body: html`${field(ctx, { kind: 'select', name: 'weekday', label: t.weekday, options: weekdayOptions, state })}${field(
        ctx,
        {
          kind: 'select',
          name: 'reminders',
          label: t.reminders,
          hint: t.remindersHint,
          options: reminderOptions,
          state,
        },
      )}`,
    })}`,
  });
}

/** The choices as the form holds them. */
export function settingValues({ digestWeekday, reminders }: WorkSetting): { weekday: string; reminders: string } {
  return { weekday: String(digestWeekday ?? 0), reminders: reminders ? 'all' : 'law' };
}
