/** What is wrong with a meeting, from the timetable and the summons to the decision, the minutes and the notice. */
export const meetingProblems = {
  'meeting.time': 'Write the time with four digits, for example 09:00.',
  'meeting.endsBeforeStart': 'The end lies before the start. Write a later end.',
  'meeting.beforeMeeting': 'The day lies before the meeting. Write a later day.',
  'meeting.slotsOverlap': 'The time begins before the line above has ended. Correct one of the times.',
  'meeting.timetableLine':
    'Line {line} of the timetable cannot be read. Write start, end and heading, for example 09:15–09:45 News from the units.',
  'meeting.timetableTime':
    'Line {line} of the timetable: the end lies before the start, or the time begins before the line above has ended.',
  'meeting.timetableItem': 'A number in square brackets belongs to no item of the agenda. Check the numbers.',
  'meeting.exists': 'The body already has a meeting of that kind on that day. Open it, or choose another day.',
  'meeting.notHeldYet': 'The meeting has not been held yet. Do this after the day of the meeting.',
  'meeting.itemOfOther': 'The item is on another agenda. Choose an item of this meeting.',
  'meeting.itemAtEnd': 'The item already stands at that end of the agenda.',
  'meeting.attendanceTwice': '{name} is already on the list of attendance. Change that line instead.',
  'meeting.beforeLastItem': 'Enter a time from {at} on: section numbers follow the clock.',
  'meeting.sectionsBegun':
    'The body already has sections in the series, the last is § {last}. The numbering goes on from there.',
  'agenda.empty': 'The agenda is empty. Add at least one item before it is frozen.',
  'agenda.lateReason': 'By the body’s own rules the notice had to go out on {date}. Write why it goes out later.',
  'agenda.numbersSent':
    'The notice was sent with the numbers that stand here. Change the number of a single item instead.',
  'agenda.pointWithoutItem': 'The line stands under an item, but no item stands before it.',
  'agenda.minutes': 'Write how many minutes the line takes, 1 to 1440.',
  'agenda.fixedLate':
    'The time is promised, but what comes before takes {minutes} minutes too long. Shorten a line before it, or take the fixed time away.',
  'agenda.pastMidnight': 'The day is not long enough: the line ends after midnight. Shorten one before it.',
  'memo.officer': 'Write who handles the matter.',
  'memo.consequences': 'Describe the consequences, or tick that the decision has none.',
  'memo.bothAnswers': 'Consequences are written here, and it is ticked that there are none. Take one of them away.',
  'joint.groupTwice': 'Two groups are called {name}. Give them different names.',
  'joint.takerTwice': '{name} takes notes already. Write in that text.',
  'joint.personTwice': '{name} already sits in another group. Take the name out of one of them.',
  'summons.address': 'Write an e-mail address, for example name@example.se.',
  'minutes.oneChair': 'Name the chair as one of those who sign; exactly one.',
  'minutes.moreAdjusters':
    'The body signs with at least {count} adjusters beside the chair. Add those who are missing.',
  'minutes.signerTwice': 'The same person stands twice. Each one signs once.',
  'minutes.signedLater': 'The day of the signature cannot be in the future.',
  'minutes.notDeclaredAtOnce': 'The section is not declared adjusted at once. Note that in the item first.',
  'minutes.sameWords': 'Write what it should say; these are the same words as before.',
  'minutes.address': '“{address}” is no e-mail address. Write for example name@kommun.se.',
  'notice.title': 'Write what the notice is about.',
  'notice.postedTooEarly': 'The notice cannot be put up before the adjustment on {date}.',
  'notice.future': 'The day cannot be in the future.',
  'notice.statement':
    'Write what shows that the notice was up, for example “the log of the web server, kept in the matter”.',
  'notice.reason': 'Write why, for example “the website was down 10–14”.',
  'decision.attClause':
    'Write each clause on a line of its own beginning with “att”, for example “att godkänna rapporten”.',
  'decision.noClause': 'Write at least one clause, for example “att godkänna rapporten”.',
  'decision.otherMeeting': 'The body takes no part in the meeting. Choose one of the bodies of the meeting.',
  'decision.withoutMandate':
    'The body has no right to decide on the substance. Check whether the clause should be a proposal to the committee that decides.',
  'decision.byDelegationOnly': 'The body decides only what has been delegated to it. Check that the clause is covered.',
} as const;
