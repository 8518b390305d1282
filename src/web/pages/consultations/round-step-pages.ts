import {
  type Consultation,
  type ConsultationResponse,
  type DecisionStation,
  nextStation,
  type RemittedDocument,
} from '../../../domain/consultations/index.ts';
import type { RegisteredDocument } from '../../../domain/matters/index.ts';
import type { MeetingSummary } from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { stationWords } from './round-cards.ts';
import { roundCrumbs } from './round-crumbs.ts';
import { texts } from './texts.ts';

/** Choosing the papers of a round before it is sent. */
export function documentsPage(
  ctx: RequestContext,
  facts: {
    readonly consultation: Consultation;
    readonly documents: readonly RemittedDocument[];
    readonly known: readonly RegisteredDocument[];
  },
  state: FormState = freshForm({ documents: facts.documents.map(({ id }) => id) }),
): Page {
  const t = texts[ctx.language];
  const href = recordAddress('consultation', facts.consultation.id);
  const all = new Map<string, { readonly title: string; readonly datedOn: string | null }>(
    [...facts.documents, ...facts.known].map((one) => [one.id, one]),
  );
  return page({
    title: t.documents,
    width: 'text',
    crumbs: roundCrumbs(ctx, facts.consultation, t.documents),
    body:
      all.size === 0
        ? emptyState({ title: t.documents, body: t.noDocumentsToChoose })
        : form(ctx, {
            action: `${href}/handlingar`,
            submit: t.save,
            state,
            cancel: { href },
            body: choices(ctx, {
              kind: 'checkbox',
              name: 'documents',
              legend: t.chooseDocuments,
              hint: t.documentsHint,
              state,
              options: [...all].map(([value, { title, datedOn }]) => ({
                value,
                text: title,
                ...(datedOn && { hint: ctx.format.date(datedOn) }),
              })),
            }),
          }),
  });
}

/** More time for one respondent. */
export function moreTimePage(
  ctx: RequestContext,
  { consultation, response }: { readonly consultation: Consultation; readonly response: ConsultationResponse },
  state: FormState = freshForm({
    extendedTo: response.extendedTo ?? '',
    reason: response.extensionReason ?? '',
  }),
): Page {
  const t = texts[ctx.language];
  const href = recordAddress('consultation', consultation.id);
  const title = t.moreTimeOf(response.respondent);
  return page({
    title,
    width: 'text',
    crumbs: roundCrumbs(ctx, consultation, title),
    lead: consultation.dueOn ? t.lastDayIs(ctx.format.date(consultation.dueOn)) : null,
    body: html`${bothTexts(ctx, {
      state,
      fields: [
        { name: 'extendedTo', label: t.newDay, saved: response.extendedTo ?? '' },
        { name: 'reason', label: t.reason, saved: response.extensionReason ?? '' },
      ],
    })}${form(ctx, {
      action: `${href}/svar/${response.id}/anstand`,
      submit: t.moreTime,
      state,
      version: response.version,
      cancel: { href },
      body: html`${field(ctx, { kind: 'date', name: 'extendedTo', label: t.newDay, state })}${field(ctx, { name: 'reason', label: t.reason, state })}`,
    })}`,
  });
}

/** The steps to the decision, and the form of a further one. */
export function pathPage(
  ctx: RequestContext,
  facts: {
    readonly consultation: Consultation;
    readonly path: readonly DecisionStation[];
    readonly meetings: readonly MeetingSummary[];
  },
  state: FormState = freshForm(),
): Page {
  const t = texts[ctx.language];
  const { consultation, path, meetings } = facts;
  const href = `${recordAddress('consultation', consultation.id)}/beslutsvag`;
  const next = nextStation(path);
  return page({
    title: t.path,
    crumbs: roundCrumbs(ctx, consultation, t.path),
    lead: t.pathLead,
    body: html`${table(ctx, {
      caption: t.path,
      captionHidden: true,
      columns: [
        { key: 'day', text: t.day, kind: 'date' },
        { key: 'name', text: t.station },
        { key: 'state', text: t.state },
        { key: 'acts', text: t.editPath },
      ],
      rowHeader: 'name',
      empty: emptyState({ title: t.pathEmpty, body: t.pathLead }),
      rows: path.map((station) => ({
        day: ctx.format.shortDate(station.plannedOn),
        name: html`<span lang="sv">${station.name}</span>`,
        state: tag({
          text: stationWords(ctx, station, next),
          tone: station.passed ? 'ok' : station === next ? 'info' : 'neutral',
        }),
        acts:
          station.decisionId === null
            ? html`<div class="row-acts">${
                station.meetingId !== null && station.passed
                  ? null
                  : postButton(ctx, {
                      action: `${href}/${station.id}`,
                      text: station.passed ? t.markPending : t.markPassed,
                      about: station.name,
                      variant: 'secondary',
                      version: station.version,
                      fields: { passed: station.passed ? 'nej' : 'ja' },
                    })
              }${postButton(ctx, { action: `${href}/${station.id}/ta-bort`, text: t.remove, about: station.name, variant: 'quiet' })}</div>`
            : '–',
      })),
    })}<h2>${t.addStation}</h2>${form(ctx, {
      action: href,
      submit: t.addStation,
      state,
      body: html`${field(ctx, { name: 'name', label: t.station, state })}${field(ctx, {
        kind: 'date',
        name: 'plannedOn',
        label: t.day,
        optional: true,
        state,
      })}${field(ctx, {
        kind: 'select',
        name: 'meetingId',
        label: t.stationMeeting,
        hint: t.stationMeetingHint,
        empty: t.noMeeting,
        optional: true,
        options: meetings.map(({ id, body, heldOn }) => ({ value: id, text: `${heldOn} ${body.name}` })),
        state,
      })}`,
    })}`,
  });
}
