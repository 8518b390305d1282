import { PDFDict, PDFNumber } from '@cantoo/pdf-lib';
import type { PdfFault } from './pdf-faults.ts';
import { dictAt, membersAt, textAt, valueAt } from './pdf-objects.ts';

/** The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4): every tag must be one of them or be mapped to one. */
const standardRoles = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
);

/** What may stand directly inside these roles (ISO 32000-1, 14.8.4.3). */
const allowedChildren: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOC', 'TOCI', 'Caption'],
};

/** What the structure tree says: its faults, how often each role occurs, and which content and annotations it holds. */
export type PdfStructure = {
  readonly faults: readonly PdfFault[];
  readonly roles: ReadonlyMap<string, number>;
  /** `page reference/MCID` of every piece of marked content that the tree points at. */
  readonly content: ReadonlySet<string>;
  /** References of the annotations that the tree points at. */
  readonly annotations: ReadonlySet<string>;
};

type Element = { readonly dict: PDFDict; readonly role: string; readonly page: string | undefined };

export function checkStructure(root: PDFDict | undefined): PdfStructure {
  const faults: PdfFault[] = [];
  const roles = new Map<string, number>();
  const content = new Set<string>();
  const annotations = new Set<string>();
  const roleMap = dictAt(root, 'RoleMap');
  let headingLevel = 0;

  function visit({ dict, role, page }: Element, parent: string | undefined): void {
    roles.set(role, (roles.get(role) ?? 0) + 1);
    if (!standardRoles.has(role)) faults.push({ code: 'unknownRole', where: role });
    if (parent && allowedChildren[parent] && !allowedChildren[parent].includes(role))
      faults.push({ code: 'wrongNesting', where: `${role} in ${parent}` });
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (level > headingLevel + 1) faults.push({ code: 'headingSkipped', where: `H${headingLevel} → ${role}` });
    if (level > 0) headingLevel = level;
    if (role === 'Figure' && !textAt(dict, 'Alt') && !textAt(dict, 'ActualText'))
      faults.push({ code: 'figureWithoutText' });
    if (role === 'TH' && !membersAt(dict, 'A').some(({ value }) => valueAt(value, 'Scope')))
      faults.push({ code: 'headerWithoutScope' });
    if (role === 'Table' && !hasHeaderCell(dict)) faults.push({ code: 'tableWithoutHeader' });
    descend(dict, role, page);
  }

  function descend(dict: PDFDict, role: string | undefined, page: string | undefined): void {
    for (const { value } of membersAt(dict, 'K')) {
      if (value instanceof PDFNumber) content.add(`${page}/${value.asNumber()}`);
      if (!(value instanceof PDFDict)) continue;
      const type = textAt(value, 'Type');
      const ownPage = membersAt(value, 'Pg')[0]?.reference ?? page;
      if (type === 'MCR') content.add(`${ownPage}/${numberAt(value, 'MCID')}`);
      else if (type === 'OBJR') annotations.add(membersAt(value, 'Obj')[0]?.reference ?? '');
      else visit({ dict: value, role: mappedRole(textAt(value, 'S') ?? '', roleMap), page: ownPage }, role);
    }
  }

  if (root) descend(root, undefined, undefined);
  if (roles.size === 0) faults.push({ code: 'noStructure' });
  return { faults, roles, content, annotations };
}

function mappedRole(role: string, roleMap: PDFDict | undefined): string {
  let mapped = role;
  for (let steps = 0; steps < 10 && !standardRoles.has(mapped); steps += 1) mapped = textAt(roleMap, mapped) ?? mapped;
  return mapped;
}

function hasHeaderCell(element: PDFDict): boolean {
  return membersAt(element, 'K').some(
    ({ value }) => value instanceof PDFDict && (textAt(value, 'S') === 'TH' || hasHeaderCell(value)),
  );
}

function numberAt(dict: PDFDict, key: string): number | undefined {
  const value = valueAt(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}
