/** What is wrong with goals, plans and the assignments that follow from them. */
export const assignmentProblems = {
  'assignment.number': 'Write the number as a whole number from 1 to 99999, as it stands in the plan.',
  'assignment.numberTaken': '{ref} exists already: “{title}”. Open that assignment, or write another number.',
  'assignment.textOrNumber': 'Write the text of the assignment, or at least its number.',
  'assignment.planOtherYear': 'The plan is for {year}. Choose the plan of the assignment’s year.',
  'assignment.objectiveOtherPlan': 'The objective belongs to another plan. Choose one of the assignment’s plan.',
  'assignment.partyTwice': 'The body already has that role in the assignment. Choose another role or another body.',
  'assignment.unknownRef': 'No assignment is called that. Write year and number, such as 2025:3.',
  'assignment.linkToItself': 'An assignment cannot be linked to itself. Choose another assignment.',
  'assignment.linkExists': 'The assignments are linked in this way already.',
  'assignment.predecessorNotEarlier':
    'A predecessor is of an earlier year than {year}. Choose an older assignment, or turn the link round.',
  'assignment.partEarlier':
    'What the assignment was split or merged into cannot be older than {year}. Choose a later assignment, or turn the link round.',
  'assignment.linkCircle': 'The link would lead back to the assignment itself. Remove the wrong link first.',
  'assignment.goalLinked':
    'The assignment is linked to the goal in this way already. Choose another goal or another kind of link.',
  'assignment.dueReason': 'Write why the day is moved. The old day stays in the history.',
  'goal.titleTaken': 'A goal document already has this title. Open it, or write another title.',
  'goal.headingTaken': 'The document already has a goal with this heading. Write another heading.',
  'goal.adopterMayNotDecide': '{body} has no right to decide and cannot adopt goals. Choose the body that decided.',
  'plan.exists': 'The body already has a plan for {year}. Open that one instead.',
  'plan.objectiveNumber': 'Write the number with digits and points, for example 3.1.3.',
  'plan.objectiveNumberTaken': 'The plan already has an objective numbered {number}. Write another number.',
  'plan.ownerMayNotDecide':
    'The body of the plan has no right to decide and cannot adopt it. Let the body that decides own the plan.',
  'activityPlan.exists': 'The body already has an activity plan for {year}. Open that one instead.',
  'activityPlan.otherYear': 'The day must lie in the year of the plan, {year}.',
  'activityPlan.dayTaken': 'The plan already has that day. Open it instead, or choose another.',
  'activityPlan.unchanged': 'The plan says the same as its latest version. Change something first.',
  'activityPlan.onAgenda':
    '”{item}” stands on an agenda and cannot be taken out of the plan. Leave the line, or move it to another day.',
  'activityPlan.keptMeanwhile': 'Somebody has kept a new version meanwhile. Read it before you keep another.',
  'goalCheck.exists': 'The plan already has a goal check. Open it instead.',
  'goalCheck.noConclusion': 'Choose a conclusion for the goal “{goal}”.',
  'goalCheck.nextPlan': 'Choose a plan of a later year with the same owner.',
  'goalCheck.words': 'Write what is to be strengthened, changed or added for the goal “{goal}”.',
} as const;
