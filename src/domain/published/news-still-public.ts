import type { PostedLetter } from '../../kernel/posted-letter.ts';
import type { PublicReader } from '../../storage/database.ts';

/**
 * A letter of news as it may leave now: without what was withdrawn since it was posted. A letter waits in the outbox as long as the mail server is away,
 * and a title that was taken back must not arrive hours afterwards. Undefined when nothing is left to tell.
 */
export async function newsStillPublic(
  r: PublicReader,
  tenantId: string,
  letter: PostedLetter,
): Promise<PostedLetter | undefined> {
  if (letter.answerBy !== 'subscription' || !letter.sections) return letter;
  const ids = letter.sections.flatMap(({ lines }) => lines.map(({ path }) => recordIn(path)));
  const rows = await r.db
    .selectFrom('pub.record')
    .select('record_id')
    .where('tenant_id', '=', tenantId)
    .where((eb) => eb('record_id', '=', eb.fn.any(eb.val(ids))))
    .execute();
  const open = new Set<string>(rows.map(({ record_id }) => record_id));
  const sections = letter.sections
    .map((section) => ({ ...section, lines: section.lines.filter(({ path }) => open.has(recordIn(path))) }))
    .filter(({ lines }) => lines.length > 0);
  return sections.length === 0 ? undefined : { ...letter, sections };
}

function recordIn(path: string): string {
  return path.split('/').at(-1) ?? '';
}
