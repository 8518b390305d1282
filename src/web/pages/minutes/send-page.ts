import type { NamedAccount } from '../../../domain/access/index.ts';
import { adjustersNamedIn, type ComposedMinutes, type NewSigner, sectionLabel } from '../../../domain/minutes/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { minutesCrumbs } from './minutes-page.ts';
import { texts } from './texts.ts';

/** How many adjusters the form has room for: the body's own count, at least as many as the meeting appointed, and one more. */
const leastRows = 2;
export const mostAdjusters = 9;

export type SendFacts = {
  readonly composed: ComposedMinutes;
  readonly accounts: readonly NamedAccount[];
  /** The § that is adjusted at once; the whole minutes without. */
  readonly itemId?: string;
};

/** Chooses who signs and freezes the document: the whole minutes, or one § at once. */
export function sendPage(ctx: RequestContext, facts: SendFacts, state: FormState): Page {
  const t = texts[ctx.language];
  const { composed, itemId } = facts;
  const { minutes } = composed;
  const here = recordAddress('minutes', minutes.id);
  const section = composed.facts.sections.find((one) => one.itemId === itemId);
  const title = section ? t.sendSectionTitle(sectionLabel(section)) : t.sendTitle;
  const rows = Math.min(
    mostAdjusters,
    Math.max(leastRows, composed.rules.adjusterCount, proposedAdjusters(composed).length),
  );
  const meeting = { id: minutes.meetingId, kind: 'meeting' as const, heldOn: minutes.heldOn };
  return page({
    title,
    width: 'text',
    crumbs: minutesCrumbs(ctx, meeting, minutes, title),
    body: html`<ul>${t.sendConsequences.map((one) => html`<li>${one}</li>`)}</ul>${form(ctx, {
      action: itemId ? `${here}/paragraf/${itemId}/justera` : `${here}/skicka`,
      submit: t.send,
      state,
      version: minutes.version,
      cancel: { href: here },
      body: html`${signerFields(ctx, facts, state, 'chair', t.chair, t.chairHint)}${Array.from(
        { length: rows },
        (_, index) =>
          signerFields(
            ctx,
            facts,
            state,
            `adjuster${index + 1}`,
            t.adjuster(index + 1),
            index === 0 ? t.adjusterHint : undefined,
          ),
      )}`,
    })}`,
  });
}

function signerFields(
  ctx: RequestContext,
  { accounts }: SendFacts,
  state: FormState,
  name: string,
  label: string,
  hint: string | undefined,
): Html {
  const t = texts[ctx.language];
  const optional = name !== 'chair' && name !== 'adjuster1';
  return html`${field(ctx, { name, label, state, autocomplete: 'off', ...(hint && { hint }), ...(optional && { optional }) })}${field(
    ctx,
    {
      kind: 'select',
      name: `${name}Account`,
      label: t.account(label.toLocaleLowerCase(ctx.language)),
      state,
      optional: true,
      empty: t.accountNone,
      options: accounts.map(({ id, name: text }) => ({ value: id, text })),
    },
  )}`;
}

/** What the form begins with: the chair of the attendance, and the adjusters that the meeting appointed (seed 001 item 2). */
export function proposedSigners(facts: SendFacts): FormState {
  const { composed, accounts } = facts;
  const { attendance } = composed.facts;
  const chair = [...attendance.members, ...attendance.servingDeputies].find(({ role }) =>
    /^(?:chair|ordförande)$/iu.test(role ?? ''),
  );
  const names = [chair?.name, ...proposedAdjusters(composed)];
  const values: Record<string, string | undefined> = {};
  for (const [index, name] of names.entries()) {
    const key = index === 0 ? 'chair' : `adjuster${index}`;
    values[key] = name;
    values[`${key}Account`] = accounts.find((one) => one.name === name)?.id;
  }
  return freshForm(values);
}

function proposedAdjusters(composed: ComposedMinutes): readonly string[] {
  const clauses = composed.facts.sections.flatMap(({ decisions }) =>
    decisions.filter(({ made }) => made).flatMap((one) => one.clauses),
  );
  return adjustersNamedIn(clauses).map(({ name }) => name);
}

/** The signers as the form was filled in; empty rows are no signers. */
export function signersIn(values: Readonly<Record<string, string | undefined>>): readonly NewSigner[] {
  const row = (key: string, role: NewSigner['role']): readonly NewSigner[] =>
    values[key] ? [{ role, name: values[key], accountId: values[`${key}Account`] ?? null }] : [];
  return [
    ...row('chair', 'chair'),
    ...Array.from({ length: mostAdjusters }, (_, index) => row(`adjuster${index + 1}`, 'adjuster')).flat(),
  ];
}
