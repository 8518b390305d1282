import {
  type DisqualificationGround,
  type DisqualificationOutcome,
  decideDisqualification,
  declareDisqualification,
  disqualificationGroundCodes,
  disqualificationOutcomes,
} from '../../../domain/attendance/index.ts';
import { carryOut, carryOutLoop } from '../../../domain/execution/index.ts';
import {
  announceDissent,
  announceQuestion,
  answerQuestion,
  carryItem,
  type DissentKind,
  decideItem,
  declareImmediateAdjustment,
  dissentKinds,
  grantDissent,
  type ItemOutcomeKind,
  itemOutcomes,
  noteOralInformation,
  takeBackDissent,
  takeBackOutcome,
  writeStatement,
} from '../../../domain/proceedings/index.ts';
import {
  checkbox,
  choice,
  idField,
  manyOf,
  optionalCivilDate,
  optionalId,
  optionalText,
  text,
  versionField,
} from '../../input.ts';
import type { Route } from '../../route.ts';
import { problemText } from '../../texts/index.ts';
import { absoluteLinks } from '../followup/report-view.ts';
import { conductRoute } from './conduct-route.ts';
import { idWithVersion } from './pair-field.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const outcomes = Object.keys(itemOutcomes) as [ItemOutcomeKind, ...ItemOutcomeKind[]];
const dissents = Object.keys(dissentKinds) as [DissentKind, ...DissentKind[]];
const grounds = disqualificationGroundCodes as readonly [DisqualificationGround, ...DisqualificationGround[]];
const findings = Object.keys(disqualificationOutcomes).filter((one) => one !== 'open') as [
  Exclude<DisqualificationOutcome, 'open'>,
  ...Exclude<DisqualificationOutcome, 'open'>[],
];
const longText = { maximum: 20_000 } as const;

/** Lines that were typed, without empty ones. */
const linesOf = (typed: string | undefined) =>
  (typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How an item ends, and what is said against it. */
export const proceedingsRoutes: readonly Route[] = [
  conductRoute({
    name: 'decide',
    about:
      'Antecknar hur en punkt slutade: bifall, till handlingarna, bordlagd, återremitterad, utgått eller ej behandlad.',
    fields: {
      outcome: choice(outcomes),
      version: versionField,
      motivation: optionalText(longText),
      tabledTo: optionalCivilDate(),
      clauses: optionalText(longText),
      sentence: optionalText({ maximum: 1000 }),
      atOnce: checkbox(),
    },
    sample: { outcome: 'noted', version: '0' },
    run: async (w, { itemId }, { outcome, version, motivation, tabledTo, clauses, sentence, atOnce }, ctx) => {
      const { warnings, decisionIds } = await decideItem(w, {
        itemId,
        outcome,
        expectedVersion: version,
        ...(motivation && { motivation }),
        ...(tabledTo && { tabledTo }),
        ...(clauses && { clauses: linesOf(clauses) }),
        ...(sentence && { sentence }),
        ...(atOnce && { immediatelyAdjusted: true }),
      });
      const { left } = await carryOut(w, { decisionIds, linkTo: absoluteLinks(ctx.services.publicUrl) });
      const loop = await carryOutLoop(w, { decisionIds, publicUrl: ctx.services.publicUrl });
      const said = [...warnings, ...left, ...loop.left][0];
      return said ? problemText(ctx, said) : undefined;
    },
  }),
  conductRoute({
    name: 'takeBackOutcome',
    about: 'Tar tillbaka en punkts utgång.',
    fields: { version: versionField },
    sample: { version: '1' },
    run: (w, { itemId }, { version }) => takeBackOutcome(w, { itemId, expectedVersion: version }),
  }),
  conductRoute({
    name: 'adjustAtOnce',
    about: 'Förklarar en paragraf omedelbart justerad.',
    fields: { version: versionField },
    sample: { version: '1' },
    run: (w, { itemId }, { version }) => declareImmediateAdjustment(w, { itemId, expectedVersion: version }),
  }),
  conductRoute({
    name: 'carry',
    about: 'För en bordlagd, återremitterad eller ej behandlad punkt till nästa sammanträde.',
    fields: {},
    run: async (w, { itemId }) => void (await carryItem(w, { itemId })),
  }),
  conductRoute({
    name: 'dissent',
    about: 'Antecknar en reservation.',
    fields: { kind: choice(['reservation']), people: manyOf(idField()), statement: optionalText(longText) },
    sample: { kind: 'reservation', people: anId },
    run: async (w, { itemId, at }, { kind, people, statement }) =>
      void (await announceDissent(w, { itemId, at, kind, people, ...(statement && { statement }) })),
  }),
  conductRoute({
    name: 'note',
    about: 'Antecknar en protokollsanteckning, ett särskilt yttrande eller en ersättares mening.',
    fields: { kind: choice(dissents), people: manyOf(idField()), statement: optionalText(longText) },
    sample: { kind: 'minutesNote', people: anId },
    run: async (w, { itemId, at }, { kind, people, statement }) =>
      void (await announceDissent(w, { itemId, at, kind, people, ...(statement && { statement }) })),
  }),
  conductRoute({
    name: 'grant',
    about: 'Antecknar om organet medger en anteckning eller ett yttrande.',
    fields: { dissent: idField(), version: versionField, granted: choice(['yes', 'no']) },
    sample: { dissent: anId, version: '1', granted: 'yes' },
    run: (w, _, { dissent, version, granted }) =>
      grantDissent(w, { dissentId: dissent, expectedVersion: version, granted: granted === 'yes' }),
  }),
  conductRoute({
    name: 'statement',
    about: 'Lägger in texten till en reservation, en anteckning eller ett yttrande.',
    fields: { dissent: idWithVersion(), statement: text(longText) },
    sample: { dissent: `${anId}:1`, statement: 'Skälen.' },
    run: (w, _, { dissent: [dissentId, expectedVersion], statement }) =>
      writeStatement(w, { dissentId, expectedVersion, statement }),
  }),
  conductRoute({
    name: 'takeBackDissent',
    about: 'Tar tillbaka en reservation eller en anteckning.',
    fields: { dissent: idField(), version: versionField },
    sample: { dissent: anId, version: '1' },
    run: (w, _, { dissent, version }) => takeBackDissent(w, { dissentId: dissent, expectedVersion: version }),
  }),
  conductRoute({
    name: 'declareDisqualification',
    about: 'Antecknar att någon är, eller sägs vara, jävig i punkten.',
    fields: { person: idField(), ground: choice(grounds), bySelf: checkbox(), note: optionalText() },
    sample: { person: anId, ground: 'own' },
    run: async (w, { itemId, at }, { person, ground, bySelf, note }) =>
      void (await declareDisqualification(w, {
        itemId,
        attendanceId: person,
        ground,
        declaredBySelf: bySelf,
        at,
        ...(note && { note }),
      })),
  }),
  conductRoute({
    name: 'decideDisqualification',
    about: 'Antecknar vad organet fann i en jävsfråga och vem som går in.',
    fields: { which: idWithVersion(), outcome: choice(findings), replacedBy: optionalId(), note: optionalText() },
    sample: { which: `${anId}:1`, outcome: 'disqualified' },
    run: (w, { at }, { which: [disqualificationId, expectedVersion], outcome, replacedBy, note }) =>
      decideDisqualification(w, {
        disqualificationId,
        expectedVersion,
        outcome,
        at,
        ...(replacedBy && { replacedBy }),
        ...(note && { note }),
      }),
  }),
  conductRoute({
    name: 'announceQuestion',
    about: 'Anmäler en fråga till sammanträdet.',
    fields: { askedBy: text({ maximum: 200 }), question: text(longText) },
    sample: { askedBy: 'Prov Provsson', question: 'När öppnar mottagningen?' },
    run: async (w, { meetingId }, { askedBy, question }) =>
      void (await announceQuestion(w, { meetingId, askedBy, question })),
  }),
  conductRoute({
    name: 'answerQuestion',
    about: 'Antecknar svaret på en anmäld fråga under punkten.',
    fields: { question: idWithVersion(), answeredBy: text({ maximum: 200 }), answer: text(longText) },
    sample: { question: `${anId}:1`, answeredBy: 'Prov Provsson', answer: 'I vår.' },
    run: (w, { itemId }, { question: [questionId, expectedVersion], answeredBy, answer }) =>
      answerQuestion(w, { questionId, expectedVersion, itemId, answeredBy, answer }),
  }),
  conductRoute({
    name: 'noteOral',
    about: 'Antecknar en uppgift som lämnades muntligt i punkten.',
    fields: { body: text(longText), toldBy: optionalText({ maximum: 200 }) },
    sample: { body: 'Remissen är besvarad.' },
    run: async (w, { itemId }, { body, toldBy }) =>
      void (await noteOralInformation(w, { itemId, body, ...(toldBy && { toldBy }) })),
  }),
];
