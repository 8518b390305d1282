/** What is wrong with a report-back, its figures, or the report of a period. */
export const reportProblems = {
  'report.noAnswer': 'Assignment {number} has no answer. Write one, or take the draft.',
  'report.deliveredOutside': 'State a day from the approval up to today.',
  'report.receiverIsSelf': 'Choose other receivers than the body that submits the report.',
  'report.receiverTwice': 'State each receiver once.',
  'report.annexEmpty': 'Write the text of the annex.',
  'report.annexFirst': 'The annex is first already.',
  'report.chosenOfOtherYear': 'Choose assignments of the report’s own year.',
  'report.meetingOfOther': 'Choose a meeting of the body that received the report.',
  'report.meetingOfBody': 'Choose a meeting of the report’s own body.',
  'report.onAgendaAlready': 'The report is on the agenda of {date} already. Remove that item first.',
  'report.noReceiver': 'State who the report is handed to.',
  'report.unsupported':
    'Assignment {number}: “{claim}” has no evidence. Connect a source, change the sentence or let it stand.',
  'report.sourceGone': 'Assignment {number}: what proved “{claim}” was changed or removed. Check the sentence.',
  'report.stillPlanned':
    'Assignment {number}: the meeting of {date} still stands as planned. Close it in the register if it was held.',
  'report.quotationOutdated':
    'Assignment {number}: the assessment quoted has a new text. Take the new one, or keep the quotation.',
  'reportFigure.from': 'Write the first time as a year, quarter, month or day, for example 2020, 2024-K1 or 2024-06.',
  'reportFigure.alt': 'The description is too long. Shorten it to at most 1 000 characters.',
  'reportFigure.first': 'The chart is first already.',
  'periodReport.chapterEmpty': 'The chapter {chapter} is empty. Fetch the draft or write the text.',
  'periodReport.unproven': '{chapter}: a sentence has no evidence in the register: “{sentence}”',
  'periodReport.outdated':
    '{chapter}: the register says something else now than when the draft was written. Fetch the new one, or keep the text.',
  'periodReport.quotationOutdated':
    'Assignment {ref}: the assessment has a newer text. Fetch it, or keep the quotation.',
  'periodReport.notAssessed': 'Assignment {ref} has no assessment for the period.',
  'periodReport.untold': '{count} measures have not been followed up to the end of the period.',
  'periodReport.target': 'Write the target as a number, for example 60 000 or 82,5.',
  'periodReport.late':
    'The report should have reached the assembly and the auditors no later than {date} (Local Government Act, chapter 11, section 16).',
} as const;
