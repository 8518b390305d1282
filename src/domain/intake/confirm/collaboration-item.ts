import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../../storage/database.ts';
import type { OpenQuestion, Proposal } from '../proposal.ts';
import { itemNumbered, meetingFor } from './confirm-agenda-item.ts';
import type { Scene } from './confirmer.ts';

/** A record that names the item it stands in needs that item in the register first. */
export async function itemQuestions(r: Reader, proposal: Proposal, scene: Scene): Promise<readonly OpenQuestion[]> {
  const { item } = proposal.fields;
  if (item === undefined || item === null) return [];
  return (await itemOf(r, proposal, scene)) ? [] : [{ code: 'noMeeting', values: {} }];
}

/** The item that a record of joint work stands in, when its meeting is in the register. */
export async function itemOf(r: Reader, proposal: Proposal, scene: Scene): Promise<Id<'agendaItem'> | null> {
  const { item } = proposal.fields;
  if (item === undefined || item === null) return null;
  const meeting = await meetingFor(r, proposal, scene);
  return (meeting && (await itemNumbered(r, meeting, String(item)))?.id) || null;
}
