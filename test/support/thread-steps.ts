/** A step of a thread as a page draws it: what its heading links to, when it is, and the passages that prove it. */
export type WebStep = {
  readonly noun: string;
  readonly id: string;
  readonly href: string;
  /** The number that the step is called by: of the question, the item, the point, the assignment; empty where it has none. */
  readonly number: string;
  /** As far as it is known: a day, a month, a year; empty for a step without a time. */
  readonly day: string;
  readonly passages: readonly string[];
};

/** What an address tells of the record it leads to. */
const addresses: readonly (readonly [noun: string, pattern: RegExp])[] = [
  ['assignment', /^\/uppdrag\/([^/#]+)$/],
  ['formAnswer', /^\/redovisningar\/[^#]+#fraga-(.+)$/],
  ['formReturn', /^\/redovisningar\/([^/#]+)$/],
  ['agendaItem', /^\/sammantraden\/[^#]+#punkt-(.+)$/],
  ['meeting', /^\/sammantraden\/([^/#]+)$/],
  ['decision', /^\/beslut\/([^/#]+)$/],
  ['goalDocument', /^\/mal\/dokument\/([^/#]+)$/],
  ['goal', /^\/mal\/([^/#]+)$/],
  ['budgetInputPoint', /^\/uppfoljning\/inspel\/[^#]+#punkt-(.+)$/],
  ['reportEntry', /^\/uppfoljning\/[^#]+#svar-(.+)$/],
  ['focusArea', /^\/aktivitetsplaner\/[^#]+#fokus-(.+)$/],
  ['planPoint', /^\/aktivitetsplaner\/[^#]+#punkt-(.+)$/],
  ['commission', /^\/samverkan\/bestallningar\/([^/#]+)$/],
  ['agreement', /^\/samverkan\/avtal\/([^/#]+)$/],
  ['deliverable', /^\/samverkan\/leveranser\/([^/#]+)$/],
];

/** The steps of the thread on a page that lead to a record of their own. */
export function stepsOn(page: string): readonly WebStep[] {
  const list = /<ol class="thread"[\s\S]*?<\/ol>/.exec(page)?.[0] ?? '';
  return list.split(/<li data-state=/).flatMap((part): WebStep[] => {
    const [, href = '', heading = ''] = /<h[23]><a href="([^"]+)">([\s\S]*?)<\/a><\/h[23]>/.exec(part) ?? [];
    for (const [noun, pattern] of addresses) {
      const id = pattern.exec(href)?.[1];
      if (id === undefined) continue;
      const title = heading.replace(/<[^>]+>/g, '').trim();
      const body = /<div class="thread-body">([\s\S]*?)<\/div>/.exec(part)?.[1] ?? '';
      const number =
        /^(\w{1,4})\. /.exec(title)?.[1] ?? /^(\d{4}:u?\d+) /.exec(title)?.[1] ?? /, punkt (\w+)/.exec(body)?.[1] ?? '';
      const day = /<time datetime="([^"]+)"/.exec(part)?.[1] ?? '';
      const passages = [...part.matchAll(/href="(\/kallor\/stycke\/[^"]+)"/g)].map(([, link]) => link!);
      return [{ noun, id, href, number, day, passages }];
    }
    return [];
  });
}
