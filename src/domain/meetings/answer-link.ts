import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { linkTokenHash, newLinkToken } from '../../kernel/link-token.ts';
import type { Database, Reader, Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { type Actor, linkHolderOf } from '../access/index.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import { isLiveRequest } from './absence-request-transitions.ts';
import { answersUntil, type GivenAnswer, writeAnswer } from './answer-writer.ts';
import type { Meeting } from './meeting.ts';
import { getMeeting } from './meeting-reader.ts';
import { answerChoices, type Summons } from './summons.ts';
import { getSummons } from './summons-reader.ts';
import type { SummonsAnswer } from './summons-table.ts';

/**
 * Makes a link for a letter that is about to leave, and answers with its token. The register keeps its SHA-256 only, so that who reads the database
 * cannot answer for anybody; a letter that has to be sent again gets a further link, and all links of one letter are used together.
 */
export async function makeAnswerLink(w: Writer<'meeting.edit'>, letterId: Id<'summonsLetter'>): Promise<string> {
  const letter = await getRow(w, 'summons_letter', letterId);
  const { token, hash } = newLinkToken(w.runtime);
  await w.db
    .insertInto('summons_link')
    .values({
      tenant_id: w.tenantId,
      token_hash: hash,
      summons_letter_id: letter.id,
      made_at: w.runtime.now(),
      used_at: null,
    })
    .execute();
  await w.log({ noun: 'meeting', recordId: letter.meeting_id, summary: 'answerLink', after: { letterId } });
  return token;
}

/** Who holds a link: one person, who may answer one summons and see nothing else. */
export type AnswerLink = {
  readonly actor: Actor;
  readonly summonsId: Id<'summons'>;
  readonly letterId: Id<'summonsLetter'>;
  readonly used: boolean;
};

/** Whose link it is, or undefined when there is none like it. Looking changes nothing: mail scanners follow links. */
export async function findAnswerLink(db: Database, token: string): Promise<AnswerLink | undefined> {
  const hash = linkTokenHash(token);
  if (hash === undefined) return undefined;
  const row = await db.system('findLink', (system) =>
    system
      .selectFrom('summons_link as link')
      .innerJoin('summons_letter as letter', (join) =>
        join.onRef('letter.tenant_id', '=', 'link.tenant_id').onRef('letter.id', '=', 'link.summons_letter_id'),
      )
      .innerJoin('summons', (join) =>
        join.onRef('summons.tenant_id', '=', 'letter.tenant_id').onRef('summons.id', '=', 'letter.summons_id'),
      )
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant_id', '=', 'letter.tenant_id').onRef('meeting.id', '=', 'letter.meeting_id'),
      )
      .select(['link.tenant_id', 'letter.id as letter_id'])
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('summons_link as other')
              .select('other.token_hash')
              .whereRef('other.tenant_id', '=', 'link.tenant_id')
              .whereRef('other.summons_letter_id', '=', 'link.summons_letter_id')
              .where('other.used_at', 'is not', null),
          )
          .as('used'),
      )
      .select(['summons.id as summons_id', 'summons.name', 'meeting.body_id'])
      .where('link.token_hash', '=', hash)
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  return {
    actor: linkHolderOf(row.tenant_id, row.name, row.body_id),
    summonsId: row.summons_id,
    letterId: row.letter_id,
    used: Boolean(row.used),
  };
}

/** What one who is asked to a meeting sees of it: the meeting, the question, their own answer, and whether it can still be given. */
export type Invitation = {
  readonly meeting: Meeting;
  readonly summons: Summons;
  readonly choices: readonly SummonsAnswer[];
  readonly request: Summons['requests'][number] | null;
  readonly closed: 'cancelled' | 'begun' | 'unlisted' | null;
};

/** What the page of a summons shows to the one it is for. */
export async function getInvitation(r: Reader, summonsId: Id<'summons'>, now: Date): Promise<Invitation> {
  const summons = await getSummons(r, summonsId);
  const meeting = await getMeeting(r, summons.meetingId);
  const choices = answerChoices(await bodyRulesOn(r, meeting.body.id, meeting.heldOn));
  const request = summons.requests.find(({ state }) => isLiveRequest(state)) ?? null;
  return { meeting, summons, choices, request, closed: closedFor(meeting, summons, now) };
}

function closedFor(meeting: Meeting, { listed }: Summons, now: Date): Invitation['closed'] {
  if (meeting.state === 'cancelled') return 'cancelled';
  if (meeting.state !== 'summoned' || now >= answersUntil(meeting)) return 'begun';
  return listed ? null : 'unlisted';
}

/** Takes the answer of a link and uses the link up, with all others of its letter. Throws `summons.linkUsed` for one that was used before. */
export async function answerThroughLink(
  w: Writer<'summons.answer'>,
  input: GivenAnswer & { readonly token: string },
): Promise<void> {
  const found = await w.db
    .selectFrom('summons_link')
    .select('summons_letter_id')
    .where('tenant_id', '=', w.tenantId)
    .where('token_hash', '=', linkTokenHash(input.token) ?? '')
    .executeTakeFirst();
  if (!found) throw new AppError('summons.linkUnknown');
  const letter = await getRow(w, 'summons_letter', found.summons_letter_id);
  // Two who press at once wait for each other here, and the second finds the link used.
  await lockRow(w, 'summons', letter.summons_id);
  if (await isUsed(w, letter.id)) throw new AppError('summons.linkUsed');
  await w.db
    .updateTable('summons_link')
    .set({ used_at: w.runtime.now() })
    .where('tenant_id', '=', w.tenantId)
    .where('summons_letter_id', '=', letter.id)
    .execute();
  const summons = await getSummons(w, letter.summons_id);
  if (!summons.listed) throw new AppError('summons.tooLate');
  await writeAnswer(w, summons, input, 'link');
}

/** Whether any link of a letter was used: a letter that left twice still asks once. */
async function isUsed(w: Writer, letterId: string): Promise<boolean> {
  const row = await w.db
    .selectFrom('summons_link')
    .select('used_at')
    .where('tenant_id', '=', w.tenantId)
    .where('summons_letter_id', '=', letterId)
    .where('used_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
