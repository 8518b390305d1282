/**
 * The door of the log: reading it, signing its heads, and exchanging them with witnesses, so that nobody can rewrite what was done without
 * others being able to show it, not even who runs the server.
 */

export { type Checkpoint, checkpointText, originOf, readCheckpoint } from './checkpoint.ts';
export { type ErasablePart, erasableParts, eraseDecided, eraseLogContent } from './erase-log-content.ts';
export { type AskWitness, exchangeHeads, type HeadExchange, keyLine } from './exchange-heads.ts';
export { headOfAct, type PrintedHead } from './head-of-act-reader.ts';
export { type LogAlarm, listAlarms, settleAlarm } from './keep-alarms.ts';
export {
  addWitness,
  type NewWatchedLog,
  type NewWitness,
  removeWitness,
  stopWatching,
  watchLog,
} from './keep-witnesses.ts';
export { writeLogFile } from './log-file.ts';
export { withLogHead } from './log-head-document.ts';
export { type LogEntry, type LogFilter, listLogEntries } from './log-reader.ts';
export { type HandedHead, receiveHead, type WitnessAnswer } from './receive-head.ts';
export { signHead } from './sign-head.ts';
export { signLogAfter } from './sign-log-after.ts';
export {
  findLatestHead,
  listTreeHeads,
  proveConsistency,
  type TreeHead,
  type WitnessedTreeHead,
} from './tree-head-reader.ts';
export {
  type AlarmKind,
  alarmKinds,
  hoursOfSilence,
  isContradiction,
  isSilent,
  type WatchedLog,
  type Witness,
  type WitnessKind,
  type WitnessRefusal,
  witnessKinds,
  witnessRefusals,
} from './witness.ts';
export { listNeighbours, listWatchedLogs, listWitnesses, type Neighbour } from './witness-reader.ts';
