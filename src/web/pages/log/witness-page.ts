import { may } from '../../../domain/access/index.ts';
import {
  type LogAlarm,
  type WatchedLog,
  type Witness,
  type WitnessedTreeHead,
  witnessKinds,
  witnessRefusals,
} from '../../../domain/witnessing/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { alarmNotices, logPaths } from './log-page.ts';
import { texts } from './texts.ts';

/** What the page of witnesses is drawn from. */
export type WitnessFacts = {
  readonly witnesses: readonly Witness[];
  readonly watched: readonly WatchedLog[];
  readonly heads: readonly WitnessedTreeHead[];
  readonly alarms: readonly LogAlarm[];
  readonly neighbours: readonly { readonly id: string; readonly name: string }[];
  readonly origin: string;
  /** The key of this installation in one line, when a head has been signed. */
  readonly key: string | undefined;
  readonly address: string;
};

/** Who witnesses our log, which logs we witness, and the heads that were signed. */
export function witnessPage(
  ctx: RequestContext,
  facts: WitnessFacts,
  states: Partial<Record<'add' | 'watch', FormState>> = {},
): Page {
  const t = texts[ctx.language];
  const edits = ctx.actor !== undefined && may(ctx.actor, 'witness.edit');
  return page({
    title: t.witnesses,
    lead: t.witnessesLead,
    crumbs: [{ text: t.title, href: logPaths.log }, { text: t.witnesses }],
    width: 'wide',
    body: html`${alarmNotices(ctx, facts.alarms)}${witnessTable(ctx, facts.witnesses, edits)}${edits ? addForm(ctx, facts, states.add) : null}<h2>${t.watched}</h2>${watchedTable(ctx, facts.watched, edits)}${edits ? watchForm(ctx, states.watch) : null}<h2>${t.identity}</h2>${summaryList(
      [
        { term: t.origin, value: html`<code class="breaks">${facts.origin}</code>` },
        { term: t.key, value: facts.key === undefined ? t.unsigned : html`<code class="breaks">${facts.key}</code>` },
        { term: t.address, value: html`<code class="breaks">${facts.address}</code>` },
      ],
    )}<h2>${t.heads}</h2>${facts.heads.length === 0 ? html`<p>${t.noHead}</p>` : headTable(ctx, facts.heads)}`,
  });
}

function witnessTable(ctx: RequestContext, witnesses: readonly Witness[], edits: boolean): Html {
  const t = texts[ctx.language];
  if (witnesses.length === 0) return emptyState({ title: t.noWitnesses, body: t.noWitnessesBody });
  return table(ctx, {
    caption: t.witnesses,
    captionHidden: true,
    columns: [
      { key: 'name', text: t.witness },
      { key: 'kind', text: t.kind },
      { key: 'state', text: t.standing },
      { key: 'last', text: t.lastAgreed, kind: 'date' },
      ...(edits ? [{ key: 'remove' as const, text: t.remove }] : []),
    ],
    rows: witnesses.map((one) => ({
      name: html`<span lang="sv">${one.name}</span>`,
      kind: witnessKinds[one.kind][ctx.language],
      state: standing(ctx, one),
      last: one.lastAgreedAt ? ctx.format.instant(one.lastAgreedAt) : t.never,
      remove: postButton(ctx, {
        action: `${logPaths.witnesses}/${one.id}/ta-bort`,
        text: t.remove,
        about: t.removeOf(one.name),
        variant: 'secondary',
        version: one.version,
      }),
    })),
  });
}

function standing(ctx: RequestContext, { refusal, lastAskedAt }: Witness): Content {
  const t = texts[ctx.language];
  if (refusal !== null) return tag({ text: witnessRefusals[refusal][ctx.language], tone: 'late' });
  return lastAskedAt === null ? tag({ text: t.waiting, tone: 'unknown' }) : tag({ text: t.agrees, tone: 'ok' });
}

function addForm(ctx: RequestContext, { neighbours }: WitnessFacts, state = freshForm()): Html {
  const t = texts[ctx.language];
  return html`<h2>${t.add}</h2>${form(ctx, {
    action: logPaths.witnesses,
    submit: t.save,
    state,
    body: html`${field(ctx, { name: 'name', label: t.name, state })}${
      neighbours.length > 0
        ? field(ctx, {
            kind: 'select',
            name: 'neighbourId',
            label: t.neighbour,
            hint: t.neighbourHint,
            optional: true,
            options: neighbours.map(({ id, name }) => ({ value: id, text: name })),
            state,
          })
        : null
    }${field(ctx, { name: 'address', label: t.address, hint: t.addressHint, optional: neighbours.length > 0, state })}${field(ctx, { name: 'key', label: t.key, hint: t.keyHint, optional: neighbours.length > 0, state })}`,
  })}`;
}

function watchedTable(ctx: RequestContext, watched: readonly WatchedLog[], edits: boolean): Html {
  const t = texts[ctx.language];
  if (watched.length === 0) return html`<p>${t.noWatched}</p>`;
  return table(ctx, {
    caption: t.watched,
    captionHidden: true,
    columns: [
      { key: 'name', text: t.log },
      { key: 'size', text: t.seen, kind: 'number' },
      { key: 'at', text: t.received, kind: 'date' },
      { key: 'faults', text: t.faults, kind: 'number' },
      ...(edits ? [{ key: 'stop' as const, text: t.stop }] : []),
    ],
    rows: watched.map((one) => ({
      name: html`<span lang="sv">${one.name}</span>`,
      size: one.size === null ? '–' : ctx.format.number(one.size),
      at: one.receivedAt ? ctx.format.instant(one.receivedAt) : t.never,
      faults: one.faults > 0 ? tag({ text: String(one.faults), tone: 'late' }) : '0',
      stop:
        one.endedAt !== null
          ? tag({ text: t.ended })
          : postButton(ctx, {
              action: `${logPaths.witnesses}/bevaka/${one.id}/avsluta`,
              text: t.stop,
              about: t.stopOf(one.name),
              variant: 'secondary',
              version: one.version,
            }),
    })),
  });
}

function watchForm(ctx: RequestContext, state = freshForm()): Html {
  const t = texts[ctx.language];
  return html`<h3>${t.watch}</h3>${form(ctx, {
    action: `${logPaths.witnesses}/bevaka`,
    submit: t.watch,
    variant: 'secondary',
    state,
    body: html`${field(ctx, { name: 'logName', label: t.name, state })}${field(ctx, { name: 'origin', label: t.origin, state })}${field(ctx, { name: 'logKey', label: t.key, hint: t.keyHint, state })}`,
  })}`;
}

function headTable(ctx: RequestContext, heads: readonly WitnessedTreeHead[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.heads,
    captionHidden: true,
    columns: [
      { key: 'size', text: t.size, kind: 'number' },
      { key: 'at', text: t.signedAt, kind: 'date' },
      { key: 'root', text: t.root },
      { key: 'by', text: t.witnessedBy },
    ],
    rows: heads.map((one) => ({
      size: ctx.format.number(one.size),
      at: ctx.format.instant(one.signedAt),
      root: html`<code>${one.root.slice(0, 16)}…</code>`,
      by:
        one.cosignatures.length === 0
          ? t.noWitness
          : html`<span lang="sv">${one.cosignatures.map(({ witness }) => witness).join(', ')}</span>`,
    })),
  });
}
