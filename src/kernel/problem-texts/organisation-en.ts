/** What is wrong with bodies, those who sit in them and speak for others there, and their accounts. */
export const organisationProblems = {
  'organisation.nameTaken': '{name} already has this name. Choose the body that exists, or write another name.',
  'organisation.parentBelow': 'That body lies below this one. Choose another parent.',
  'organisation.aliasReason': 'Write why the names are the same body, for example “renamed in 2023”.',
  'organisation.endsBeforeStart': 'The last day is before the first. Write a later last day.',
  'organisation.regulationValue': 'The value does not fit the rule. Write a whole number, or choose one of the words.',
  'organisation.regulationBounds': 'Write a whole number from {least} to {most}.',
  'organisation.noticeBelowLaw':
    'The law asks for at least {days} days (Local Government Act 5:13–15). Write {days} or more.',
  'organisation.adjustmentBeyondLaw':
    'The law gives at most {days} days (Local Government Act 5:69). Write {days} or fewer.',
  'organisation.remoteNotPossible':
    'Taking part at a distance has been possible since 1 July 2014. Write a later first day.',
  'substitution.partyTwice': '{party} stands on two lines. Write one line for each party.',
  'substitution.party': '“{written}” is no designation of a party. Write for example M, KD, L.',
  'substitution.itself': '{party} cannot fall back on itself. The party’s own deputies always come first.',
  'substitution.fallbackTwice': 'A party stands twice on the line of {party}. Write each party once.',
  'substitution.line':
    'Line {line} cannot be read. Write the party, a colon and the parties in order, for example S: V, MP.',
  'representation.noPlace':
    'There is no place for it in the group on that day. Add it as a principal, or set a place for it first.',
  'representation.beforeReplaced': 'The day does not lie after the one on which {name} began. Choose a later day.',
  'representation.already': 'The person speaks in the group already on that day. End that first, or choose another.',
  'representation.otherGroup': 'The item belongs to a meeting of another body. Choose one of the group’s own items.',
  'representation.nobody': 'A place needs at least one person. Write at least 1 representative or substitute.',
  'participant.notShared': 'Only a joint committee or an officials’ group has several parties. Choose another body.',
  'participant.notAuthority':
    'Choose the municipality or region that takes part. Enter it as a body first if it is missing.',
  'participant.already': 'It takes part already on those days. End that first, or choose another.',
  'participant.hostOfGroup': 'An officials’ group has no host by law. Clear the box.',
  'participant.hostTaken': '{host} hosts the committee already. End that first, or clear the box.',
  'seat.bodyHasNone': 'This kind of body has no seats for members and deputies. Choose another body.',
  'seat.party': 'Write the party’s designation, for example S, KD or ÖrP.',
  'seat.orderTaken': 'Place {order} of the list is taken on those days. Choose another number.',
  'seat.roleTwice': 'Someone else holds that office on those days. End it first, or choose another role.',
  'seat.personTwice':
    'The person already has a seat in the body on those days. Choose someone else, or end that seat first.',
  'seat.memberCount':
    'The list has {found} members, the regulations say {expected}. Check the seats, or the dates of the regulations.',
  'seat.deputyCount':
    'The list has {found} deputies, the regulations say {expected}. Check the seats, or the dates of the regulations.',
  'seat.ended': 'The seat ended on {date}. Choose an earlier date, or the seat that holds now.',
  'seat.occupied': 'The seat is not vacant. Vacate it first.',
  'seat.vacantAlready': 'The seat is vacant already.',
  'person.nameKnown': 'Someone of that name is already there. Choose whether it is the same person.',
  'account.loginTaken': 'The user name is taken. Choose another.',
  'account.loginShape': 'Write a user name of 2–80 small letters, digits, full stop or hyphen.',
  'account.nameMissing': 'Write the name of the person.',
  'account.untilPassed': 'The day has passed. Choose today or a later day.',
  'account.untilFar': 'A guest is invited for at most a year at a time. Choose a day up to {longest}.',
  'account.passwordShort': 'Write a password of at least {shortest} characters; a whole sentence is good.',
} as const;
