import {
  type Consultation,
  consultationActionsIn,
  type DecisionStation,
  nextStation,
  type RemittedDocument,
} from '../../../domain/consultations/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { type Step, steps } from '../../components/steps/steps.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { mayAct } from './round-parts.ts';
import { texts } from './texts.ts';

/** The papers that go with the question, and for a draft the way to choose them. */
export function documentsCard(
  ctx: RequestContext,
  consultation: Consultation,
  documents: readonly RemittedDocument[],
): Html | null {
  const t = texts[ctx.language];
  const chooses = mayAct(ctx, consultation) && consultationActionsIn(consultation.state).includes('change');
  if (documents.length === 0 && !chooses) return null;
  const href = `${recordAddress('consultation', consultation.id)}/handlingar`;
  return card({
    title: t.documents,
    body: html`${linkList(
      documents.map(({ id, title, datedOn }) => ({
        href: recordAddress('document', id),
        title: html`<span lang="sv">${title}</span>`,
        ...(datedOn && { note: ctx.format.date(datedOn) }),
      })),
    )}${chooses ? html`<p><a href="${href}">${t.chooseDocuments}</a></p>` : null}`,
  });
}

/** The way to the decision as a strip of dated steps, each said to be passed, next or pending (DEC-14). */
export function pathSection(
  ctx: RequestContext,
  consultation: Consultation,
  path: readonly DecisionStation[],
): Html | null {
  const t = texts[ctx.language];
  const edits = mayAct(ctx, consultation);
  if (path.length === 0 && !edits) return null;
  const href = `${recordAddress('consultation', consultation.id)}/beslutsvag`;
  return html`<section><h2>${t.path}</h2>${path.length === 0 ? html`<p class="soft">${t.pathEmpty}</p>` : steps(ctx, { label: t.path, steps: stationSteps(ctx, path) })}${
    edits ? html`<p><a href="${href}">${t.editPath}</a></p>` : null
  }</section>`;
}

function stationSteps(ctx: RequestContext, path: readonly DecisionStation[]): readonly Step[] {
  const next = nextStation(path);
  return path.map((station) => {
    const { plannedOn, name, passed, meetingId, decisionId } = station;
    const href = meetingId
      ? recordAddress('meeting', meetingId)
      : decisionId
        ? recordAddress('decision', decisionId)
        : undefined;
    return {
      text: `${ctx.format.date(plannedOn)} ${name} (${stationWords(ctx, station, next)})`,
      state: passed ? ('done' as const) : station === next ? ('now' as const) : ('ahead' as const),
      ...(href && { href }),
    };
  });
}

/** Where a station stands, in a word. */
export function stationWords(ctx: RequestContext, station: DecisionStation, next: DecisionStation | undefined): string {
  const t = texts[ctx.language];
  return station.passed ? t.passed : station === next ? t.next : t.pending;
}
