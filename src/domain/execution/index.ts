/**
 * For the screen of a meeting and the page of a decision: `effectsOnMaking` (`effectsOnMakingAny` for several) tells in a sentence what making a decision will do, before anybody
 * presses; `carryOut` does it, in the same transaction as `decideItem` with the ids that it answers. `followUpOf` gives the tasks of an item of
 * the category `decisionFollowUp`, `tellInItem` tells of one of them and writes it in the text of the §; `freshenFollowUp` is called just before
 * an agenda is frozen.
 */
export * from './add-decision-task.ts';
export { type EffectOnMaking, effectsOnMaking, effectsOnMakingAny, linkedReports } from './approval-on-making.ts';
export * from './approve-by-decision.ts';
export * from './approve-return-by-decision.ts';
export * from './carry-out-loop.ts';
export * from './decision-effect.ts';
export * from './decision-effect-reader.ts';
export * from './decision-task.ts';
export * from './decision-task-reader.ts';
export * from './decision-task-transitions.ts';
export { type FollowedTask, followUpOf } from './follow-up-reader.ts';
export * from './follow-up-words.ts';
export * from './put-follow-up-item.ts';
export * from './put-report-on-agenda.ts';
export * from './read-clause.ts';
export * from './record-effect.ts';
export * from './tell-decision-task.ts';
