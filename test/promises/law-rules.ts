/**
 * The rules of law that the product answers for, by the ids under which code and tests quote them. `doesNotBind` tells that some kind of body (or
 * matter) is free of the rule and that a test must show it; a rule that binds every body alike has nothing to show.
 */
export type LawRule = { readonly source: string; readonly about: string } & (
  | { readonly binds: 'software'; readonly doesNotBind: boolean }
  | { readonly binds: 'noSoftware'; readonly reason: string }
);

const software = (source: string, about: string, free: 'someAreFree' | 'allAreBound'): LawRule => ({
  source,
  about,
  binds: 'software',
  doesNotBind: free === 'someAreFree',
});

export const lawRules = {
  'R-ORG-1': software('KL 3:1–5', 'the kind of a body decides the law', 'someAreFree'),
  'R-ORG-2': software('KL 6:44', 'the values of a reglemente are dated data', 'allAreBound'),
  'R-ORG-3': software('KL 9:37', 'one formal maker of a decision, several parties behind it', 'allAreBound'),
  'R-KL-01': software('KL 5:13–15', 'notice of an assembly', 'someAreFree'),
  'R-KL-02': software('KL 6:23', 'a nämnd fixes its meetings; a third can ask for one', 'someAreFree'),
  'R-KL-03': software('KL 6:17', 'members are called, deputies notified', 'someAreFree'),
  'R-KL-04': software('KL 6:17', 'the voice of deputies who do not serve', 'someAreFree'),
  'R-KL-05': software('KL 6:24, 5:16', 'taking part at a distance', 'someAreFree'),
  'R-KL-06': software('KL 6:25', 'closed doors', 'someAreFree'),
  'R-KL-07': software('KL 6:26', 'others called to inform never count', 'someAreFree'),
  'R-KL-08': software('KL 7:10–18', 'representatives of the staff', 'someAreFree'),
  'R-KL-09': software('KL 5:52', 'only announced matters are decided', 'someAreFree'),
  'R-KL-10': software('KL 4:20–21', 'who raises matters', 'someAreFree'),
  'R-KL-20': software('KL 6:16–17', 'the order in which deputies serve', 'someAreFree'),
  'R-KL-21': software('KL 5:17–20', 'precedence of who serves, and coming back', 'someAreFree'),
  'R-KL-22': software('KL 4:22', 'the rights of a serving deputy', 'someAreFree'),
  'R-KL-23': software('KL 6:27', 'quorum', 'someAreFree'),
  'R-KL-24': software('KL 6:28–30', 'disqualification', 'someAreFree'),
  'R-KL-25': software('KL 5:46', 'acting below the quorum by disqualification', 'someAreFree'),
  'R-KL-26': software('KL 6:29, 6:31', 'disqualification tried and found not to be', 'allAreBound'),
  'R-KL-30': software('KL 5:53, 6:33', 'the chair puts proposals', 'someAreFree'),
  'R-KL-31': software('KL 5:54', 'open votes', 'someAreFree'),
  'R-KL-32': software('KL 5:55–56', 'casting vote and lot', 'someAreFree'),
  'R-KL-33': software('KL 4:24–26', 'abstaining, and when it is not allowed', 'someAreFree'),
  'R-KL-34': software('custom, FL 29', 'counter-proposals before the main vote', 'allAreBound'),
  'R-KL-35': software('KL 6:33, 5:50', 'tabling', 'someAreFree'),
  'R-KL-36': software('KL 4:27', 'reservation before the meeting ends', 'someAreFree'),
  'R-KL-37': software('custom', 'notes and special statements need leave', 'someAreFree'),
  'R-KL-38': software('KL 6:38', 'what may not be delegated', 'allAreBound'),
  'R-KL-39': software('KL 6:37–38, 7:5–8', 'to whom may be delegated', 'someAreFree'),
  'R-KL-40': software('KL 6:39–40, 8:10', 'reporting delegated decisions', 'someAreFree'),
  'R-KL-50': software('KL 5:65, 6:35', 'the chair answers for the minutes', 'someAreFree'),
  'R-KL-51': software('KL 5:66', 'who served and what was handled', 'someAreFree'),
  'R-KL-52': software('KL 5:67', 'what the minutes hold of each matter', 'someAreFree'),
  'R-KL-53': software('KL 5:69', 'adjusted within 14 days', 'someAreFree'),
  'R-KL-54': software('custom, KL 5:69', 'a § adjusted at once', 'allAreBound'),
  'R-KL-55': software('KL 8:12', 'announced by the second day', 'someAreFree'),
  'R-KL-56': software('KL 8:9–11', 'what a notice board holds', 'allAreBound'),
  'R-KL-57': software('KL 13:5', 'three weeks to appeal, while the notice is up', 'someAreFree'),
  'R-KL-58': software('KL 13:1–2, 13:8', 'who may appeal what', 'someAreFree'),
  'R-KL-59': software('KL 13:14', 'carried out before it is final', 'allAreBound'),
  'R-KL-60': software('custom', 'last day of appeal and day of taking down are two', 'allAreBound'),
  'R-KL-61': software('KL 9:32, 13:5', 'the boards of a joint nämnd', 'someAreFree'),
  'R-KL-70': software('KL 6:5', 'reporting how assignments were fulfilled', 'someAreFree'),
  'R-KL-71': software('KL 6:6', 'seeing that goals are followed', 'allAreBound'),
  'R-KL-72': software('KL 11:5–10', 'the year of the budget', 'allAreBound'),
  'R-KL-73': software('KL 11:16, 12:2', 'interim report within two months', 'allAreBound'),
  'R-KL-74': software('KL 8:14–16 a', 'what is published from the notice on', 'someAreFree'),
  'R-FL-1': software('FL 2', 'by which act a matter is handled', 'someAreFree'),
  'R-FL-2': software('FL 31', 'what a decision document shows', 'allAreBound'),
  'R-FL-3': software('FL 26', 'how opinions are asked for', 'allAreBound'),
  'R-FL-4': software('FL 27', 'oral information is written down', 'allAreBound'),
  'R-FL-5': software('FL 33, 43–44', 'instruction for an administrative appeal', 'someAreFree'),
  'R-FL-6': software('FL 36', 'a correction is a record of its own', 'allAreBound'),
  'R-TF-1': software('TF 2:10', 'what makes minutes public', 'someAreFree'),
  'R-TF-2': software('TF 2:12', 'drafts and working notes', 'allAreBound'),
  'R-TF-3': software('TF 2:15–18', 'release at once, and nobody asks who or why', 'allAreBound'),
  'R-TF-4': software('TF 2:20', 'a secrecy note cites its provision', 'allAreBound'),
  'R-TF-5': {
    source: 'TF 2:6–7',
    about: 'a compilation by routine steps counts as held',
    binds: 'noSoftware',
    reason: 'It says what the authority must hand out on request, not what a program does; any list can be asked for.',
  },
} as const satisfies Record<string, LawRule>;
export type LawRuleId = keyof typeof lawRules;

/** Rules that no test names yet. A rule leaves the list with its first test; the guard says so when that was forgotten. */
export const notYet: readonly LawRuleId[] = [];

/** Rules of which no test shows yet whom they leave free. The same guard holds. */
export const notYetFree: readonly LawRuleId[] = [];
