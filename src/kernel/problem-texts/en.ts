import { accessProblems } from './access-en.ts';
import { agreementProblems } from './agreement-en.ts';
import { archivingProblems } from './archiving-en.ts';
import { assignmentProblems } from './assignment-en.ts';
import { deviationProblems } from './deviation-en.ts';
import { executionProblems } from './execution-en.ts';
import { formProblems } from './form-en.ts';
import { indicatorProblems } from './indicator-en.ts';
import { learningProblems } from './learning-en.ts';
import { meetingProblems } from './meeting-en.ts';
import { organisationProblems } from './organisation-en.ts';
import { proceedingsProblems } from './proceedings-en.ts';
import { projectProblems } from './project-en.ts';
import { publicationProblems } from './publication-en.ts';
import { releaseProblems } from './release-en.ts';
import { reportProblems } from './report-en.ts';
import { returnProblems } from './return-en.ts';
import { secrecyProblems } from './secrecy-en.ts';
import type { problems as source } from './sv.ts';
import { witnessProblems } from './witness-en.ts';

/** The same in English; a missing or unknown key is a type error. */
export const problems: Readonly<Record<keyof typeof source, string>> = {
  'validation.required': 'Fill in the field.',
  'validation.choose': 'Choose one of the options.',
  'validation.tooShort': 'Write at least {minimum} characters.',
  'validation.tooLong': 'Write at most {maximum} characters.',
  'validation.tooSmall': 'Write a number that is at least {minimum}.',
  'validation.tooBig': 'Write a number that is at most {maximum}.',
  'validation.tooFew': 'Choose at least {minimum}.',
  'validation.tooMany': 'Choose at most {maximum}.',
  'validation.number': 'Write a whole number in digits, such as 12.',
  'validation.amount': 'Write an amount, for example 1 200 000, 300 tkr or 1,2 mkr.',
  'validation.date': 'Write a date that exists, such as 2026-05-30.',
  'validation.id': 'The choice no longer exists. Reload the page and choose again.',
  'validation.file': 'Choose a file.',
  'validation.unexpected': 'The field {field} does not belong to the form. Reload the page and try again.',
  'validation.wrong': 'Check what is written here.',
  'matter.number': 'Write the registration number as it stands in the register, for example 26RS1234.',
  'matter.numberTaken': 'A matter already has this registration number. Open it, or check the number.',
  'matter.legalGround': 'Write the provision on which the secrecy rests, for example OSL 25 kap. 1 §.',
  'matter.protectedButOpen': 'A public matter has no protected title. Empty the field, or choose a level of secrecy.',
  'matter.titlesSame': 'The public title is the same as the protected one. Write one that everyone may read.',
  'matter.classification': 'Write the number of the classification scheme, such as 2.7.1.',
  'matter.unknown': 'No matter has that registration number. Check it, or leave the field empty.',
  'document.registered': 'The file is already registered as “{title}”. Open that one instead.',
  'document.registeredElsewhere': 'The file lies already in a matter that you may not read. Ask the registrar.',
  'intake.unknownField': 'The field does not belong to this kind of proposal. Reload the page and try again.',
  'intake.field.line': 'Write on one line, without line breaks.',
  'intake.field.text': 'Write text.',
  'intake.field.number': 'Write a whole number in figures, like 12.',
  'intake.field.decimal': 'Write a number, for example 12.5.',
  'intake.field.day': 'Write a date that exists, like 2026-05-30.',
  'intake.field.time': 'Write a time in hours and minutes, like 09:30.',
  'intake.field.boolean': 'Choose yes or no.',
  'intake.field.lines': 'Write one item on each line.',
  'intake.field.days': 'Write one date on each line, like 2026-05-30.',
  'followup.periodEnd':
    'An interim period ends between {first} and {last}, a year on the last of December. Write another date.',
  'followup.periodExists': 'The year has such a period already. Open that one instead.',
  'followup.deadlineBeyondLaw': 'The law says {last} at the latest. Write that day or an earlier one.',
  'followup.deadlineBeforeEnd': 'The report cannot be done before the period ends on {endsOn}. Write a later day.',
  'followup.contributionsDue': 'Contributions are due between {first} and {last}. Write a day between them.',
  'followup.contributionsDueMissing': 'Write the day by which contributions are due.',
  'contribution.notPerformer': 'The body does not perform the assignment. Choose one of the performers.',
  'contribution.unitItself': '{body} is a performer and writes the joint text. Choose other units.',
  'contribution.dueAfterWhole': 'The unit must be done by {last}, when the joint text is due.',
  'contribution.reopenReason': 'Write why the period is reopened.',
  'followup.inputExists': 'The body already has an input for {year}. Open it instead.',
  'followup.numberTwice': 'The number is taken. Write another number.',
  'input.noReceiver': 'State which body receives the input.',
  'input.noPoints': 'The input has no points. Add at least one.',
  'input.drafted': 'Point {number} is a draft from a finding. Read it through and save it.',
  'input.noAssignment': 'Choose the assignment that the point became, or propose one first.',
  'input.noReason': 'Write why: whoever gave the input will read it.',
  'input.earlierAssignment':
    'Assignment {ref} was given before the plan that the input is for. Choose an assignment of that plan.',
  'input.decisionOfOther': 'Choose a decision made by the body that receives the input.',
  'input.decisionOfGiver': 'Choose a decision made in a meeting of the body that gives the input.',
  'input.itemOfOther': 'Choose an item of one of the body’s own meetings.',
  'input.meetingOfOther': 'Choose a coming meeting of the body that receives the input.',
  'input.toItself': 'A body gives no input to itself. Choose another body.',
  'input.received': 'The input has already been taken up in the meeting of {date}. Open that item.',
  'input.open': 'Point {number} has no outcome. Say what became of it.',
  'input.notProposed': 'The assignment is no longer proposed. Read the page again.',
  'input.otherPlan': 'Assignment {ref} is not of the owner of the plan. Choose one that the same body gave.',
  'input.hasSuccessor': 'Assignment {ref} already has a successor in the plan.',
  'input.notUnfinished': 'Assignment {ref} has ended and is not carried on.',
  'collaboration.endsBeforeStart': 'The last day is before the first. Write a later last day.',
  'collaboration.agreementExists': 'The agreement is already in the register. Open that one instead.',
  'forms.numberTaken': 'The form already has a question numbered {number}. Open that one instead.',
  'connections.already': 'The two are connected already. Choose another record.',
  'connections.self': 'A record cannot be connected to itself. Choose another one.',
  'work.day': 'Write a day after today.',
  'work.pastLaw': 'The last day by law is {date}. It cannot rest longer than that.',
  'work.lateByLaw': 'The last day by law was {date}. This cannot rest.',
  'work.receiver': 'Choose somebody else who may do the task.',
  'privacy.personalNumber':
    'There is a personal identity number here. Remove it, and write so that no person is pointed out.',
  ...agreementProblems,
  ...archivingProblems,
  ...assignmentProblems,
  ...deviationProblems,
  ...executionProblems,
  ...formProblems,
  ...indicatorProblems,
  ...learningProblems,
  ...meetingProblems,
  ...accessProblems,
  ...organisationProblems,
  ...proceedingsProblems,
  ...projectProblems,
  ...publicationProblems,
  'portal.address': 'Write an e-mail address, for example name@example.org. Check that it is spelt right.',
  ...releaseProblems,
  ...reportProblems,
  ...returnProblems,
  ...secrecyProblems,
  ...witnessProblems,
};
