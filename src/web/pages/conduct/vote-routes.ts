import * as z from 'zod';
import { type VoteSubject, voteSubjects } from '../../../domain/organisation/index.ts';
import {
  type Ballot,
  ballots,
  breakTie,
  castVotes,
  chooseMainProposal,
  endVote,
  type FloorProposalKind,
  floorProposalKinds,
  noteFinding,
  putProposition,
  raiseFloorProposal,
  requestVote,
  type TieBreak,
  takeBackProposition,
  takeBackVote,
  type VoteChoice,
  voteChoices,
  withdrawFloorProposal,
} from '../../../domain/proceedings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import {
  choice,
  idField,
  manyOf,
  optionalChoice,
  optionalId,
  optionalText,
  optionalWholeNumber,
  versionField,
} from '../../input.ts';
import type { Route } from '../../route.ts';
import { type Conducting, conductRoute } from './conduct-route.ts';

const anId = '00000000-0000-4000-8000-000000000000';
const kinds = Object.keys(floorProposalKinds) as [FloorProposalKind, ...FloorProposalKind[]];
const voteKinds = Object.keys(voteChoices) as [VoteChoice, ...VoteChoice[]];
const ballotKinds = Object.keys(ballots) as [Ballot, ...Ballot[]];
const subjects = Object.keys(voteSubjects) as [VoteSubject, ...VoteSubject[]];
const number = () => optionalWholeNumber({ minimum: 0, maximum: 1000 });

/** Motions, propositions and votes: the way from what is moved to what is decided (KL 5:50–56). */
export const voteRoutes: readonly Route[] = [
  conductRoute({
    name: 'move',
    about: 'Antecknar ett yrkande.',
    fields: {
      kind: choice(kinds),
      movers: manyOf(idField()),
      clauses: optionalText({ maximum: 20_000 }),
      clause: optionalWholeNumber({ minimum: 1, maximum: 1000 }),
      motivation: optionalText({ maximum: 20_000 }),
    },
    sample: { kind: 'approval', movers: anId },
    run: async (w, { itemId }, { kind, movers, clauses, clause, motivation }) =>
      void (await raiseFloorProposal(w, {
        itemId,
        kind,
        movers,
        clauses: (clauses ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        clause: clause ?? null,
        motivation: motivation ?? null,
      })),
  }),
  conductRoute({
    name: 'withdrawMotion',
    about: 'Återtar ett yrkande.',
    fields: { proposal: idField(), version: versionField },
    sample: { proposal: anId, version: '1' },
    run: (w, _, { proposal, version }) => withdrawFloorProposal(w, { proposalId: proposal, expectedVersion: version }),
  }),
  conductRoute({
    name: 'chooseMain',
    about: 'Gör ett yrkande till huvudförslag.',
    fields: { proposal: optionalId(), version: versionField },
    sample: { version: '0' },
    run: (w, { itemId }, { proposal, version }) =>
      chooseMainProposal(w, { itemId, expectedVersion: version, proposalId: proposal ?? null }),
  }),
  conductRoute({
    name: 'put',
    about: 'Ställer nästa proposition i ordningen.',
    fields: {
      yesMeans: optionalText({ maximum: 2000 }),
      noMeans: optionalText({ maximum: 2000 }),
      orderText: optionalText({ maximum: 20_000 }),
    },
    run: async (w, { itemId }, { yesMeans, noMeans, orderText }) =>
      void (await putProposition(w, {
        itemId,
        yesMeans: yesMeans ?? null,
        noMeans: noMeans ?? null,
        orderText: orderText ?? null,
      })),
  }),
  conductRoute({
    name: 'find',
    about: 'Antecknar vad ordföranden fann.',
    fields: { proposition: idField(), version: versionField, answer: choice(['yes', 'no']) },
    sample: { proposition: anId, version: '1', answer: 'yes' },
    run: (w, _, { proposition, version, answer }) =>
      noteFinding(w, { propositionId: proposition, expectedVersion: version, answer }),
  }),
  conductRoute({
    name: 'takeBackProposition',
    about: 'Tar tillbaka den senaste propositionen.',
    fields: { proposition: idField(), version: versionField },
    sample: { proposition: anId, version: '1' },
    run: (w, _, { proposition, version }) =>
      takeBackProposition(w, { propositionId: proposition, expectedVersion: version }),
  }),
  conductRoute({
    name: 'requestVote',
    about: 'Begär omröstning över propositionen, eller gör om den till en annan slags omröstning.',
    fields: {
      proposition: idField(),
      version: versionField,
      ballot: optionalChoice(ballotKinds),
      subject: optionalChoice(subjects),
      again: optionalId(),
      voteVersion: optionalWholeNumber(),
    },
    sample: { proposition: anId, version: '1' },
    run: async (w, _, { proposition, version, ballot, subject, again, voteVersion }) => {
      if (again) await takeBackVote(w, { voteId: again, expectedVersion: voteVersion ?? 0 });
      await requestVote(w, {
        propositionId: proposition,
        expectedVersion: version,
        ...(ballot && { ballot }),
        ...(subject && { subject }),
      });
    },
  }),
  conductRoute({
    name: 'vote',
    about: 'Antecknar hur var och en röstar och räknar rösterna.',
    fields: {
      vote: idField(),
      version: versionField,
      of: z.record(idField() as z.ZodType<string, string>, choice(voteKinds)).default({}),
      only: optionalText(),
      secret: optionalText(),
      yes: number(),
      no: number(),
      abstain: number(),
    },
    sample: { vote: anId, version: '1' },
    run: async (w, _, { vote, version, of, only, secret, yes = 0, no = 0, abstain = 0 }) => {
      if (secret)
        return void (await endVote(w, { voteId: vote, expectedVersion: version, count: { yes, no, abstain } }));
      const votes = Object.entries(of).map(([attendanceId, answer]) => ({ attendanceId, choice: answer }));
      if (votes.length > 0) await castVotes(w, { voteId: vote, votes });
      if (only) return;
      await endVote(w, { voteId: vote, expectedVersion: version + (votes.length > 0 ? 1 : 0) });
    },
  }),
  conductRoute({
    name: 'breakTie',
    about: 'Avgör lika röstetal genom lott eller ordförandens röst.',
    fields: {
      vote: idField(),
      version: versionField,
      by: choice(['system', 'hand', 'chair']),
      result: optionalChoice(['yes', 'no']),
      drawnBy: optionalText({ maximum: 200 }),
    },
    sample: { vote: anId, version: '1', by: 'system' },
    run: async (w: Conducting, _, { vote, version, by, result, drawnBy }) => {
      if (by !== 'system' && result === undefined)
        throw new AppError('record.invalid', {}, [{ path: 'result', key: 'validation.choose' }]);
      const tieBreak: TieBreak =
        by === 'system'
          ? { by: 'lot', lot: 'bySystem' }
          : by === 'hand'
            ? { by: 'lot', lot: 'byHand', drawnBy: drawnBy ?? '', result: result! }
            : { by: 'castingVote', result: result! };
      await breakTie(w, { voteId: vote, expectedVersion: version, tieBreak });
    },
  }),
  conductRoute({
    name: 'takeBackVote',
    about: 'Tar tillbaka en omröstning som inte är avgjord.',
    fields: { vote: idField(), version: versionField },
    sample: { vote: anId, version: '1' },
    run: (w, _, { vote, version }) => takeBackVote(w, { voteId: vote, expectedVersion: version }),
  }),
];
