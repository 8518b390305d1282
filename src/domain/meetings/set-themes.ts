import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockItem, lockMeeting } from './meeting-writer.ts';
import { type DiscussionGroup, groupProblems } from './theme.ts';
import { groupsOf, questionsOf } from './theme-reader.ts';

export type SetThemeQuestions = { readonly itemId: Id<'agendaItem'>; readonly questions: readonly string[] };

/** Writes the questions to discuss under a theme, instead of those it had. */
export async function setThemeQuestions(w: Writer<'meeting.edit'>, input: SetThemeQuestions): Promise<void> {
  const { meeting } = await lockItem(w, input.itemId);
  meetingStateAfter(meeting.state, 'changeAgenda');
  const before = (await questionsOf(w, [input.itemId])).get(input.itemId) ?? [];
  const questions = input.questions.map((one) => one.trim()).filter(Boolean);
  await w.db
    .deleteFrom('theme_question')
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', input.itemId)
    .execute();
  if (questions.length > 0)
    await w.db
      .insertInto('theme_question')
      .values(
        questions.map((question, index) => ({
          tenant_id: w.tenantId,
          agenda_item_id: input.itemId,
          position: index + 1,
          question,
        })),
      )
      .execute();
  await w.log({
    noun: 'agendaItem',
    recordId: input.itemId,
    summary: 'theme questions',
    before: { questions: before },
    after: { questions },
  });
}

export type SetDiscussionGroups = { readonly meetingId: Id<'meeting'>; readonly groups: readonly DiscussionGroup[] };

/** Divides those who meet into groups, instead of the groups there were. */
export async function setDiscussionGroups(w: Writer<'meeting.edit'>, input: SetDiscussionGroups): Promise<void> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'change');
  const groups = input.groups.map(({ name, people }) => ({
    name: name.trim(),
    people: people.map((one) => one.trim()).filter(Boolean),
  }));
  refuseProblems(groupProblems(groups));
  const before = await groupsOf(w, input.meetingId);
  await w.db
    .deleteFrom('discussion_group')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', input.meetingId)
    .execute();
  if (groups.length > 0)
    await w.db
      .insertInto('discussion_group')
      .values(
        groups.map(({ name, people }, index) => ({
          tenant_id: w.tenantId,
          meeting_id: input.meetingId,
          position: index + 1,
          name,
          people: JSON.stringify(people),
        })),
      )
      .execute();
  await w.log({
    noun: 'meeting',
    recordId: input.meetingId,
    summary: 'groups',
    before: { groups: before },
    after: { groups },
  });
}
