import { localized } from '../../localized.ts';

/** What the pages of a report say of its sentences: remarks, suggestions, settlements, and the history of a quotation. */
export const claimTexts = localized(
  {
    remarksTitle: 'Innan rapporten beslutas',
    remarksNone: 'Inget att se över: varje påstående har belägg och inget i registret säger emot.',
    remarksLeft: (count: number) => (count === 1 ? '1 anmärkning att se över' : `${count} anmärkningar att se över`),
    notesTitle: (count: number) => (count === 1 ? '1 upplysning' : `${count} upplysningar`),
    settledTitle: (count: number) => (count === 1 ? '1 anmärkning är avgjord' : `${count} anmärkningar är avgjorda`),
    missingMeeting: (body: string, date: string) => `Registret har inget sammanträde med ${body} ${date}.`,
    futureMeeting: (date: string) => `Svaret vilar på ett sammanträde ${date} som enligt registret inte har hållits.`,
    sourceGone: 'Det som styrkte meningen är borta, flyttat eller ändrat.',
    figureDiffers: (stated: string, real: string, series: string, asOf: string, difference: string) =>
      `Talet ${stated} avviker från serien ${series}, som har ${real} (${asOf}); skillnaden är ${difference}.`,
    changeDiffers: (stated: string, real: string, series: string) =>
      `Förändringen ${stated} stämmer inte med serien ${series}: räknat på dess värden blir den ${real}.`,
    quotationChanged: 'Citatets källa har en nyare text.',
    unsupported: 'Meningen har inget belägg.',
    onlyFromReport: (body: string, date: string) =>
      `Sammanträdet eller beslutet (${body}, ${date}) är känt bara genom att rapporten nämner det.`,
    inAnswer: (number: string) => `Uppdrag ${number}`,
    settledBy: (by: string, date: string, reason: string) => `Lämnas så av ${by} ${date}: ${reason}`,
    settle: 'Lämna meningen så',
    settleTitle: 'Lämna meningen som den är',
    settleLead: 'Anmärkningen räknas som avgjord tills meningen ändras. Skälet visas för den som beslutar.',
    settleAbout: (text: string) => `”${text}”`,
    reason: 'Skäl',
    reasonHint: 'Till exempel: Nämndens protokoll för 2020 är inte inläst.',
    settleSubmit: 'Lämna så',
    settled: 'Anmärkningen är avgjord.',
    unsettle: 'Ta tillbaka',
    unsettled: 'Anmärkningen är öppen igen.',
    suggestions: 'Förslag på belägg',
    confirm: 'Bekräfta',
    confirmAbout: (label: string) => `belägget ${label}`,
    confirmSure: 'Bekräfta alla säkra förslag',
    confirmedSure: (count: number) =>
      count === 0
        ? 'Inget säkert förslag fanns att bekräfta.'
        : count === 1
          ? '1 mening fick belägg.'
          : `${count} meningar fick belägg.`,
    openWords: {
      agendaItem: 'Punkten på dagordningen',
      decision: 'Beslutets ordalydelse',
      meeting: 'Om sammanträdet',
      indicatorValue: 'Värdet i serien',
      assessment: 'Lägesbildens text',
      sourcePassage: 'Stycket i handlingen',
      assignmentPosition: 'Organets ställningstagande',
      assignment: 'Uppdragets text',
    },
    seenLabel: (count: number) =>
      count === 1 ? 'Vi har sett anmärkningen ovan' : `Vi har sett de ${count} anmärkningarna ovan`,
    changes: 'Vad som har ändrats',
    changesHelp: 'Struket är borttaget, understruket är nytt.',
    quotationQuestion: 'Vad ska stå i rapporten?',
    quotationChoice: { refresh: 'Den nyare texten', keep: 'Citatet som det är', remove: 'Inget citat' },
    quotationReasonHint: 'Sparas i svarets historik. Behövs inte när citatet uppdateras.',
    quotationSubmit: 'Spara valet',
    history: 'Citatets historik',
    historyLine: (what: string, by: string, when: string) => `${what}, ${by}, ${when}`,
    versions: (from: number | null, to: number | null) => `version ${from ?? '–'} → ${to ?? '–'}`,
  },
  {
    remarksTitle: 'Before the report is decided',
    remarksNone: 'Nothing to look at: every claim has evidence and nothing in the register speaks against it.',
    remarksLeft: (count: number) => (count === 1 ? '1 remark to look at' : `${count} remarks to look at`),
    notesTitle: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    settledTitle: (count: number) => (count === 1 ? '1 remark is settled' : `${count} remarks are settled`),
    missingMeeting: (body: string, date: string) => `The register has no meeting of ${body} on ${date}.`,
    futureMeeting: (date: string) =>
      `The answer rests on a meeting on ${date} that has not been held according to the register.`,
    sourceGone: 'What proved the sentence is gone, moved or changed.',
    figureDiffers: (stated: string, real: string, series: string, asOf: string, difference: string) =>
      `The figure ${stated} differs from the series ${series}, which has ${real} (${asOf}); the difference is ${difference}.`,
    changeDiffers: (stated: string, real: string, series: string) =>
      `The change ${stated} does not agree with the series ${series}: computed from its values it is ${real}.`,
    quotationChanged: 'The source of the quotation has a newer text.',
    unsupported: 'The sentence has no evidence.',
    onlyFromReport: (body: string, date: string) =>
      `The meeting or decision (${body}, ${date}) is known only because the report speaks of it.`,
    inAnswer: (number: string) => `Assignment ${number}`,
    settledBy: (by: string, date: string, reason: string) => `Left as it is by ${by} ${date}: ${reason}`,
    settle: 'Leave the sentence as it is',
    settleTitle: 'Leave the sentence as it is',
    settleLead: 'The remark counts as settled until the sentence is changed. Whoever decides sees the reason.',
    settleAbout: (text: string) => `“${text}”`,
    reason: 'Reason',
    reasonHint: 'For example: The minutes of the board for 2020 are not in the register.',
    settleSubmit: 'Leave it',
    settled: 'The remark is settled.',
    unsettle: 'Take back',
    unsettled: 'The remark is open again.',
    suggestions: 'Suggested evidence',
    confirm: 'Confirm',
    confirmAbout: (label: string) => `the evidence ${label}`,
    confirmSure: 'Confirm all sure suggestions',
    confirmedSure: (count: number) =>
      count === 0
        ? 'There was no sure suggestion to confirm.'
        : count === 1
          ? '1 sentence got evidence.'
          : `${count} sentences got evidence.`,
    openWords: {
      agendaItem: 'The item of the agenda',
      decision: 'The words of the decision',
      meeting: 'About the meeting',
      indicatorValue: 'The value in the series',
      assessment: 'The text of the situation',
      sourcePassage: 'The passage of the document',
      assignmentPosition: 'The position of the body',
      assignment: 'The text of the assignment',
    },
    seenLabel: (count: number) =>
      count === 1 ? 'We have seen the remark above' : `We have seen the ${count} remarks above`,
    changes: 'What has changed',
    changesHelp: 'Struck out is removed, underlined is new.',
    quotationQuestion: 'What should the report say?',
    quotationChoice: { refresh: 'The newer text', keep: 'The quotation as it is', remove: 'No quotation' },
    quotationReasonHint: 'Kept in the history of the answer. Not needed when the quotation is updated.',
    quotationSubmit: 'Save the choice',
    history: 'History of the quotation',
    historyLine: (what: string, by: string, when: string) => `${what}, ${by}, ${when}`,
    versions: (from: number | null, to: number | null) => `version ${from ?? '–'} → ${to ?? '–'}`,
  },
);
