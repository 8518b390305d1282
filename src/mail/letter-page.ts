import type { PostedLetter } from '../kernel/posted-letter.ts';

type Contents = Pick<PostedLetter, 'subject' | 'text' | 'sections' | 'closing' | 'language'>;

/** A letter in plain text: its words, then each section with one thing a line and the link below it. */
export function plainLetter({ text, sections = [], closing }: Contents, site: string): string {
  return [
    text,
    ...sections.map(({ heading, lines }) =>
      [
        `${heading}\n${'-'.repeat(heading.length)}`,
        ...lines.map((line) => `- ${[line.text, line.note].filter(Boolean).join(' · ')}\n  ${site}${line.path}`),
      ].join('\n'),
    ),
    ...(closing ? [`${closing.text}\n${site}${closing.path}`] : []),
  ].join('\n\n');
}

/**
 * The same letter as a page, in the house's form: one column, headings, links that say where they lead, and nothing that is fetched. Every word is
 * escaped, because records hold what anybody wrote.
 */
export function letterPage({ subject, text, sections = [], closing, language = 'sv' }: Contents, site: string): string {
  const link = (path: string, words: string) =>
    `<a href="${escaped(`${site}${path}`)}" style="color:#0b5794">${escaped(words)}</a>`;
  const list = ({ heading, lines }: (typeof sections)[number]) =>
    `<h2 style="font-size:18px;margin:24px 0 8px">${escaped(heading)}</h2><ul style="padding-left:20px;margin:0">${lines
      .map(
        (line) =>
          `<li style="margin:0 0 8px">${link(line.path, line.text)}${line.note ? `<br><span style="color:#4a4a4a">${escaped(line.note)}</span>` : ''}</li>`,
      )
      .join('')}</ul>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#ffffff;color:#1c1c1c;font:16px/1.5 \'Source Sans 3\',Arial,sans-serif">',
    '<div style="max-width:640px;margin:0 auto">',
    `<h1 style="font-size:22px;margin:0 0 16px">${escaped(subject)}</h1>`,
    ...text.split(/\n{2,}/).map((part) => `<p style="margin:0 0 16px">${escaped(part).replaceAll('\n', '<br>')}</p>`),
    ...sections.map(list),
    closing
      ? `<p style="margin:24px 0 0;border-top:1px solid #c4c4c4;padding-top:16px">${link(closing.path, closing.text)}</p>`
      : '',
    '</div></body></html>',
  ].join('');
}

function escaped(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
