/** What is wrong with what is moved, voted on and reserved against in a meeting. */
export const proceedingsProblems = {
  'proceedings.noMover': 'Choose at least one who moves it.',
  'proceedings.mayNotMove':
    'This person may not move anything in the item: only who serves and is not disqualified. Check the attendance.',
  'proceedings.personTwice': 'The same person stands twice. Remove one of them.',
  'proceedings.noSuchClause':
    'The proposal has {count} clauses. Choose one of them, or leave it empty when the motion is about all of it.',
  'proceedings.noPerson': 'Choose at least one person.',
  'proceedings.noDeputyOpinion': 'The regulations do not let deputies who do not serve have an opinion recorded.',
  'proceedings.notIdleDeputy':
    'Only a deputy who is present and does not serve can have an opinion recorded. Who serves makes a reservation.',
  'proceedings.noReservations':
    'No law gives a right to reserve in this body. Record the other opinion as a note to the minutes.',
  'proceedings.nothingDecided': 'Nothing has been decided in the item yet. Record its outcome first.',
  'proceedings.meetingEnded': 'The meeting has ended. A reservation is announced before it ends.',
  'proceedings.tookNoPart':
    'This person took no part in the decision and cannot reserve against it. Check the attendance.',
  'proceedings.referralNeedsReason': 'Write why the item is referred back.',
  'proceedings.onlyTabledHasDay': 'Only a tabled item has a new day. Remove the day, or choose tabling.',
  'proceedings.tabledToLaterDay': 'Choose a day after the meeting.',
  'proceedings.nothingToAdjust': 'The item was not dealt with, so there is nothing to adjust at once.',
  'proceedings.decidesInAgreement':
    'This body does not vote: it decides in agreement, each by their own mandate. Record what the group agreed on.',
  'proceedings.secretOnlyInElections': 'The vote is open. Only elections and appointments of staff may be secret.',
  'proceedings.nobodyMayVote': 'Nobody is recorded as serving in the item. Call up the item and check the attendance.',
  'proceedings.secretBallot': 'The ballot is secret. Enter only the numbers.',
  'proceedings.mayNotVote':
    'This person may not vote in the item: absent, not serving or disqualified. Check the attendance.',
  'proceedings.isPresent': 'This person is present. Choose yes, no, abstains or takes no part.',
  'proceedings.mustDecide':
    'The item is exercise of authority: who took part in handling it must take part in deciding it.',
  'proceedings.voteMissing': '{name} has not voted yet. Record yes, no, abstains or takes no part.',
  'proceedings.noChair': 'The votes are equal, but nobody is recorded as chair. Check who leads the meeting.',
  'proceedings.chairMustVote': 'The votes are equal, and the chair must then vote. Record how {name} votes.',
  'proceedings.countsDoNotFit':
    'There are {sum} votes, but {voters} may vote. Count blank and missing ballots as abstaining.',
  'proceedings.onlyLot': 'In elections and appointments a lot decides when votes are equal.',
  'proceedings.notAMainProposal': 'Choose a motion that is about all of the proposal and was not withdrawn.',
  'proceedings.otherThanFound':
    'The outcome is another than the propositions led to. Choose that one, or take back the last proposition.',
  'proceedings.clausesOfNoDecision': 'Clauses belong to a decision only. Choose “decided”, or remove them.',
  'proceedings.clausesFollowMotions':
    'Something was moved, and the decision follows from the propositions. Enter a change as a motion.',
  'proceedings.sentenceOfOfficials': 'This body decides in clauses that begin with “att”. Write the decision so.',
  'proceedings.severalProposals':
    'The item has several different proposals. Divide it into items, so that each proposal is tried by itself.',
  'proceedings.statementTooLate': 'The text was due on {date}.',
  'proceedings.whoTold': 'Write who told it. It is required when the item is exercise of authority.',
  'proceedings.questionTooLate': 'The question was due on {date}. Announce it to the next meeting.',
  'proceedings.laterMeeting': 'Choose a meeting that is held later.',
  'proceedings.roundsLeft': 'The order of propositions is not finished. Put the remaining propositions.',
  'proceedings.voteNotSettled': 'The vote is not settled. Count the votes.',
  'proceedings.noOutcome': 'The outcome is missing. Record what became of the item.',
  'proceedings.nobodyTookPart': 'Nobody is recorded as having taken part in the decision. Check the attendance.',
  'proceedings.choiceMissing': 'How one participant voted is missing.',
  'proceedings.leaveNotSaid': 'The body has not said whether the note may stand in the minutes.',
} as const;
