import { type DocumentTree, heldBack, type MaskChoice, maskText, wordsLeftIn } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { type DocumentWithText, documentKinds, findMatter } from '../matters/index.ts';
import { authorityName } from '../published/index.ts';
import { citeProvision, isProvision, marksOf, requireMarkedBody, secretTexts } from '../secrecy/index.ts';

/** What a masked copy is made from: the document as the one who masks may read it, with its text. */
export type MaskSource = Pick<
  DocumentWithText,
  'id' | 'title' | 'kind' | 'datedOn' | 'bodyId' | 'matterId' | 'sourceText'
>;

export type MakeMaskedCopy = Omit<MaskChoice, 'provision'> & {
  readonly source: MaskSource;
  readonly provision: string;
  /** What the copy is called: it says nothing of what is masked. */
  readonly title: string;
  readonly requestId?: Id<'disclosureRequest'> | null;
};

/** The document with the texts that marks on it keep apart put back, for who may read them: what is masked is chosen from the whole. */
export async function maskSource(
  r: Reader<'matter.readProtected'>,
  document: DocumentWithText,
): Promise<DocumentWithText> {
  const marks = await marksOf(r, [{ noun: 'document', id: document.id }]);
  const texts = await secretTexts(r, marks);
  const textOf = (field: string) => texts.get(marks.find((one) => one.field === field)?.id ?? '');
  return {
    ...document,
    title: textOf('title') ?? document.title,
    sourceText: textOf('sourceText') ?? document.sourceText,
  };
}

/** The copy as it would become: the new document and how many places are masked. Refuses what could still be read in it. */
export async function composeMaskedCopy(
  r: Reader,
  input: MakeMaskedCopy,
): Promise<{ readonly tree: DocumentTree; readonly masks: number; readonly held: readonly string[] }> {
  const { source } = input;
  if (!source.sourceText?.trim()) throw new AppError('masking.noText');
  const words = input.words.map((one) => one.trim()).filter((one) => one !== '');
  const problems: Problem[] = [];
  if (words.length === 0 && input.paragraphs.length === 0) problems.push({ path: 'words', key: 'masking.nothing' });
  if (!isProvision(input.provision.trim())) problems.push({ path: 'provision', key: 'masking.provision' });
  if (input.title.trim() === '') problems.push({ path: 'title', key: 'validation.required' });
  refuseProblems(problems);
  const choice = { words, paragraphs: input.paragraphs, provision: citeProvision(input.provision.trim()) };
  const { blocks, masks } = maskText(source.sourceText, choice);
  refuseProblems(masks === 0 ? [{ path: 'words', key: 'masking.nothing' }] : []);
  const matter = source.matterId === null ? undefined : await findMatter(r, source.matterId);
  const tree: DocumentTree = {
    title: input.title.trim(),
    subtitle: 'Kopia med maskerade uppgifter',
    author: await authorityName(r),
    language: 'sv',
    facts: [
      { label: 'Slag', value: documentKinds[source.kind].sv },
      ...(source.datedOn ? [{ label: 'Daterad', value: source.datedOn }] : []),
      ...(matter ? [{ label: 'Diarienummer', value: matter.registrationNumber }] : []),
      { label: 'Maskat med stöd av', value: choice.provision },
      { label: 'Maskade ställen', value: String(masks) },
    ],
    blocks,
  };
  const held = heldBack(source.sourceText, choice);
  const left = wordsLeftIn(stringsIn(tree), held);
  if (left.length > 0) throw new AppError('masking.wordsLeft', { count: left.length });
  return { tree, masks, held };
}

/** Keeps a masked copy, to be let out in any format. The log tells by which provision and how often, never what. */
export async function makeMaskedCopy(w: Writer<'secrecy.mark'>, input: MakeMaskedCopy): Promise<Id<'maskedCopy'>> {
  requireMarkedBody(w, input.source.bodyId);
  const request = input.requestId ? await getRow(w, 'disclosure_request', input.requestId) : undefined;
  const { tree, masks } = await composeMaskedCopy(w, input);
  const id: Id<'maskedCopy'> = w.runtime.newId();
  const provisions = [citeProvision(input.provision.trim())];
  await w.db
    .insertInto('masked_copy')
    .values({
      tenant_id: w.tenantId,
      id,
      document_id: input.source.id,
      disclosure_request_id: request?.id ?? null,
      body_id: input.source.bodyId,
      title: tree.title,
      made_on: w.runtime.today(),
      made_by: w.auth.actorName,
      mask_count: masks,
      provisions: JSON.stringify(provisions),
      tree: JSON.stringify(tree),
    })
    .execute();
  await w.log({
    noun: 'document',
    recordId: input.source.id,
    summary: 'masked copy made',
    after: { maskedCopyId: id, masks, provisions },
  });
  return id;
}

/** Every string of a tree, whatever it is part of. */
function* stringsIn(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (typeof node === 'object' && node !== null) for (const one of Object.values(node)) yield* stringsIn(one);
}
