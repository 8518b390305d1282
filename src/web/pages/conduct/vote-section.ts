import { closedBallotAllowed, tieBreaker, voteSubjects } from '../../../domain/organisation/index.ts';
import {
  ballots,
  hasVotes,
  mustDecideInAuthority,
  type RecordedVote,
  voteChoices,
  voteDeciders,
  voteStates,
} from '../../../domain/proceedings/index.ts';
import { button } from '../../components/button/button.ts';
import { errorOf, field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { personChoices } from '../../components/person-choices/person-choices.ts';
import { tag } from '../../components/tag/tag.ts';
import { type Html, html } from '../../html.ts';
import { roleName } from '../organisation/seat-words.ts';
import { actTexts } from './act-texts.ts';
import { actButton, actForm, type DeskView, nameOf, personName, stateOf } from './desk-view.ts';

const keys = { yes: 'j', no: 'n', abstain: 'a', notParticipating: 'd' } as const;

/** A vote while it goes on: a fast list for an open one, numbers for a secret one, and what settles equal numbers. */
export function voteSheet(view: DeskView, vote: RecordedVote): Html {
  const { ctx } = view;
  const a = actTexts[ctx.language];
  const count = vote.count ? html`<p>${a.voteResult(vote.count.yes, vote.count.no, vote.count.abstain)}</p>` : null;
  const head = html`<div class="desk-row"><h4>${a.vote} (${ballots[vote.ballot][ctx.language]})</h4>${tag({ text: voteStates[vote.state][ctx.language], tone: vote.state === 'settled' ? 'ok' : 'info' })}</div>`;
  const takeBack = html`<div class="actions">${actButton(view, 'takeBackVote', { text: a.takeBack, variant: 'quiet', about: a.vote, fields: { vote: vote.id, version: vote.version } })}</div>`;
  if (vote.state === 'tied') return html`${head}${count}${tieForms(view, vote)}${takeBack}`;
  return html`${head}${vote.ballot === 'open' ? openVote(view, vote) : secretVote(view, vote)}${ballotForm(view, vote)}${takeBack}`;
}

/** A vote that was settled: its numbers, what settled it, and who voted how when it was open (KL 5:67 points 3 and 5). */
export function settledVote(view: DeskView, vote: RecordedVote): Html {
  const { ctx } = view;
  const a = actTexts[ctx.language];
  const by = vote.decidedBy && vote.decidedBy !== 'majority' ? ` (${voteDeciders[vote.decidedBy][ctx.language]})` : '';
  const groups = Object.entries(voteChoices).flatMap(([choice, label]) => {
    const people = vote.casts
      .filter((cast) => cast.choice === choice)
      .map(({ attendanceId }) => nameOf(view, attendanceId));
    return people.length > 0
      ? [html`<li>${label[ctx.language]}: <span lang="sv">${people.join(', ')}</span></li>`]
      : [];
  });
  return html`${vote.count ? html`<p>${a.voteResult(vote.count.yes, vote.count.no, vote.count.abstain)}${by}</p>` : null}${
    vote.ballot === 'open' && groups.length > 0 ? html`<ul class="soft">${groups}</ul>` : null
  }`;
}

function openVote(view: DeskView, vote: RecordedVote): Html {
  const { ctx, table, facts, item } = view;
  const a = actTexts[ctx.language];
  const state = stateOf(view, 'vote');
  const answers = [
    { value: 'yes', text: a.yes, key: keys.yes },
    { value: 'no', text: a.no, key: keys.no },
    { value: 'abstain', text: a.voteAbstain, key: keys.abstain },
    { value: 'notParticipating', text: choiceWord(ctx.language), key: keys.notParticipating },
  ];
  // In exercise of authority whoever took part decides too (KL 4:26): the list does not offer what would be refused.
  const without = item.exercisesAuthority && mustDecideInAuthority(facts.rules) ? ['abstain', 'notParticipating'] : [];
  return html`<p class="soft">${a.voteKeys}</p>${actForm(view, 'vote', {
    submit: a.count,
    variant: 'primary',
    more: button({ text: a.saveVotes, variant: 'secondary', name: 'vote.only', value: 'save' }),
    body: html`<input type="hidden" name="vote.vote" value="${vote.id}"><input type="hidden" name="vote.version" value="${vote.version}">${personChoices(
      {
        label: a.vote,
        answers,
        people: table.voters.map((voter) => {
          const name = `vote.of.${voter.attendanceId}`;
          const typed = state.values[name];
          const saved = vote.casts.find((cast) => cast.attendanceId === voter.attendanceId)?.choice;
          const error = errorOf(ctx, state, `vote.votes.${voter.attendanceId}`);
          return {
            name,
            person: personName(voter),
            about: voter.isChair ? roleName(ctx, 'chair') : null,
            chosen: typeof typed === 'string' ? typed : saved,
            without,
            ...(error && { error }),
          };
        }),
      },
    )}`,
  })}`;
}

function choiceWord(language: 'sv' | 'en'): string {
  return language === 'sv' ? 'Deltar inte' : 'Takes no part';
}

function secretVote(view: DeskView, vote: RecordedVote): Html {
  const { ctx } = view;
  const a = actTexts[ctx.language];
  const state = stateOf(view, 'vote');
  return actForm(view, 'vote', {
    submit: a.count,
    variant: 'primary',
    body: html`<input type="hidden" name="vote.vote" value="${vote.id}"><input type="hidden" name="vote.version" value="${vote.version}"><input type="hidden" name="vote.secret" value="1">${field(ctx, { name: 'vote.yes', label: a.voteYes, kind: 'number', state })}${field(ctx, { name: 'vote.no', label: a.voteNo, kind: 'number', state })}${field(ctx, { name: 'vote.abstain', label: a.voteAbstain, kind: 'number', state })}`,
  });
}

/** A vote can be begun anew as an election or an appointment, and only then be secret (KL 5:54); asked before anybody has voted. */
function ballotForm(view: DeskView, vote: RecordedVote): Html | null {
  const { ctx, facts } = view;
  const a = actTexts[ctx.language];
  if (vote.casts.length > 0 || !hasVotes(facts.rules)) return null;
  const state = stateOf(view, 'requestVote', {
    'requestVote.ballot': vote.ballot,
    'requestVote.subject': vote.subject,
  });
  const subjects = Object.entries(voteSubjects).map(([value, label]) => ({ value, text: label[ctx.language] }));
  const kinds = Object.entries(ballots)
    .filter(([value]) => value === 'open' || closedBallotAllowed(facts.rules, 'election'))
    .map(([value, label]) => ({ value, text: label[ctx.language] }));
  return html`<details class="help"><summary>${a.ballot} ${ballots[vote.ballot][ctx.language]}, ${a.subject.toLowerCase()} ${voteSubjects[vote.subject][ctx.language]}</summary><div class="help-body">${actForm(
    view,
    'requestVote',
    {
      submit: a.requestVote,
      body: html`<input type="hidden" name="requestVote.again" value="${vote.id}"><input type="hidden" name="requestVote.voteVersion" value="${vote.version}"><input type="hidden" name="requestVote.proposition" value="${propositionOf(view, vote)}"><input type="hidden" name="requestVote.version" value="${versionOf(view, vote)}">${field(ctx, { name: 'requestVote.subject', label: a.subject, kind: 'select', options: subjects, state })}${field(ctx, { name: 'requestVote.ballot', label: a.ballot, kind: 'select', options: kinds, state })}`,
    },
  )}</div></details>`;
}

function propositionOf({ happened }: DeskView, vote: RecordedVote): string {
  return happened.propositions.find((one) => one.vote?.id === vote.id)?.id ?? '';
}

function versionOf({ happened }: DeskView, vote: RecordedVote): number {
  return happened.propositions.find((one) => one.vote?.id === vote.id)?.version ?? 0;
}

/** Equal numbers: a lot in elections (KL 5:56), and where no law says it whatever the body does. */
function tieForms(view: DeskView, vote: RecordedVote): Html {
  const { ctx, facts } = view;
  const a = actTexts[ctx.language];
  const state = stateOf(view, 'breakTie');
  const fields = { vote: vote.id, version: vote.version };
  const results = [
    { value: 'yes', text: a.yes },
    { value: 'no', text: a.no },
  ];
  const hidden = html`<input type="hidden" name="breakTie.vote" value="${vote.id}"><input type="hidden" name="breakTie.version" value="${vote.version}">`;
  return html`<h4>${a.tied}</h4><div class="desk-row">${actButton(view, 'breakTie', { text: a.drawLot, fields: { ...fields, by: 'system' } })}${
    tieBreaker(facts.rules, vote.subject) === 'lot'
      ? null
      : html`${actButton(view, 'breakTie', { text: `${a.chairDecides}: ${a.yes}`, fields: { ...fields, by: 'chair', result: 'yes' } })}${actButton(view, 'breakTie', { text: `${a.chairDecides}: ${a.no}`, fields: { ...fields, by: 'chair', result: 'no' } })}`
  }</div>${actForm(view, 'breakTie', {
    submit: a.noteLot,
    body: html`${hidden}<input type="hidden" name="breakTie.by" value="hand">${field(ctx, { name: 'breakTie.drawnBy', label: a.drawnBy, state })}${choices(ctx, { kind: 'radio', name: 'breakTie.result', legend: a.lotResult, inline: true, options: results, state })}`,
  })}`;
}
