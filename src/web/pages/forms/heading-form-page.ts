import type { FormPart, FormSection, FormVersion } from '../../../domain/forms/index.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { formCrumbs, versionPath } from './form-list-page.ts';
import { texts } from './texts.ts';

/** Where the heading of a form, a part or a section is written. */
export function formHeadingPage(ctx: RequestContext, version: FormVersion, sent?: FormState): Page {
  const t = texts[ctx.language];
  const { title, introduction } = version.structure;
  const saved = { title, introduction: introduction ?? '', year: String(version.year ?? '') };
  const state = sent ?? freshForm(saved);
  return headingPage(ctx, version, t.editForm, {
    action: 'rubrik',
    state,
    saved,
    body: html`${field(ctx, { name: 'title', label: t.heading, width: 'full', state })}
${field(ctx, { kind: 'textarea', name: 'introduction', label: t.introduction, optional: true, rows: 4, state })}
${field(ctx, { name: 'year', label: t.yearLabel, hint: t.yearHint, optional: true, width: 'short', state })}`,
  });
}

export function partPage(ctx: RequestContext, version: FormVersion, part?: FormPart, sent?: FormState): Page {
  const t = texts[ctx.language];
  const saved = {
    code: part?.code ?? nextLetter(version.structure.parts.map(({ code }) => code)),
    title: part?.title ?? '',
    introduction: part?.introduction ?? '',
  };
  const state = sent ?? freshForm(saved);
  return headingPage(ctx, version, part ? `${t.edit}: ${part.title}` : t.addPart, {
    action: 'del',
    state,
    ...(part && { saved }),
    body: html`${before(part?.code, sent)}${field(ctx, { name: 'title', label: t.heading, width: 'full', state })}
${field(ctx, { name: 'code', label: t.code, hint: t.headingCodeHint, width: 'short', state })}
${field(ctx, { kind: 'textarea', name: 'introduction', label: t.introduction, optional: true, rows: 4, state })}`,
  });
}

export function sectionPage(
  ctx: RequestContext,
  version: FormVersion,
  { section, into }: { readonly section?: FormSection | undefined; readonly into: string },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const codes = version.structure.parts.flatMap((part) => part.sections.map(({ code }) => code));
  const saved = { code: section?.code ?? nextNumbered('s', codes), title: section?.title ?? '', into };
  const state = sent ?? freshForm(saved);
  return headingPage(ctx, version, section ? `${t.edit}: ${section.title}` : t.addSection, {
    action: 'avsnitt',
    state,
    ...(section && { saved }),
    body: html`${before(section?.code, sent)}${field(ctx, { name: 'title', label: t.heading, width: 'full', state })}
${field(ctx, { name: 'code', label: t.code, hint: t.headingCodeHint, width: 'short', state })}
${field(ctx, {
  kind: 'select',
  name: 'into',
  label: t.inPart,
  state,
  options: version.structure.parts.map(({ code, title }) => ({ value: code, text: title })),
})}`,
  });
}

/** The code by which what is changed is known now; a new one has none. */
export function before(code: string | undefined, sent: FormState | undefined): Html {
  const known = typeof sent?.values.before === 'string' ? sent.values.before : (code ?? '');
  return html`<input type="hidden" name="before" value="${known}">`;
}

function headingPage(
  ctx: RequestContext,
  version: FormVersion,
  title: string,
  {
    action,
    state,
    saved,
    body,
  }: {
    readonly action: string;
    readonly state: FormState;
    readonly saved?: Readonly<Record<string, string>>;
    readonly body: Html;
  },
): Page {
  const t = texts[ctx.language];
  const labels: Readonly<Record<string, string>> = {
    title: t.heading,
    introduction: t.introduction,
    code: t.code,
    year: t.yearLabel,
    into: t.inPart,
  };
  return page({
    title,
    width: 'text',
    crumbs: formCrumbs(ctx, version, title),
    body: form(ctx, {
      action: `${versionPath(version.id)}/${action}`,
      submit: t.save,
      state,
      labels,
      version: version.version,
      cancel: { href: versionPath(version.id) },
      body: html`${
        saved
          ? bothTexts(ctx, {
              state,
              fields: Object.entries(saved).map(([name, text]) => ({ name, label: labels[name] ?? name, saved: text })),
            })
          : null
      }${body}`,
    }),
  });
}

/** "C" after "A" and "B". */
function nextLetter(codes: readonly string[]): string {
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !codes.includes(letter)) ?? '';
}

/** "s4" when s1, s2 and s3 are taken. */
export function nextNumbered(letter: string, codes: readonly string[]): string {
  let number = 1;
  while (codes.includes(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}
