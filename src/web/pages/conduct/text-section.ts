import { type SectionField, sectionFieldCodes, sectionFields } from '../../../domain/proceedings/index.ts';
import { draftText } from '../../components/draft-text/draft-text.ts';
import { type Html, html } from '../../html.ts';
import { actTexts } from './act-texts.ts';
import { textPath } from './conduct-address.ts';
import { type DeskView, mayWrite } from './desk-view.ts';

/** Open from the start: what a secretary writes in nearly every item. The others are folded until somebody has written in them. */
const always: readonly SectionField[] = ['deliberation', 'otherNotes'];

/** The running texts of the §, each saved by itself. */
export function textSection(view: DeskView): Html {
  const { ctx, happened } = view;
  const a = actTexts[ctx.language];
  const written = (field: SectionField) => happened.texts.some((one) => one.field === field && one.body !== '');
  const refused = (field: SectionField) => view.refused?.act === 'text' && view.refused.field === field;
  const open = sectionFieldCodes.filter((field) => always.includes(field) || written(field) || refused(field));
  const folded = sectionFieldCodes.filter((field) => !open.includes(field));
  return html`<h3>${a.texts}</h3><p class="soft">${a.textsLead}</p>${open.map((field) => textField(view, field))}${
    folded.length > 0
      ? html`<details class="help" id="fler-falt"><summary>${a.moreTexts}</summary><div class="help-body">${folded.map((field) => textField(view, field))}</div></details>`
      : null
  }`;
}

function textField(view: DeskView, field: SectionField): Html {
  const { ctx, facts, item, happened, refused } = view;
  const saved = happened.texts.find((one) => one.field === field);
  const typed = refused?.act === 'text' && refused.field === field ? refused.state.values.body : undefined;
  return draftText(ctx, {
    action: textPath(facts.meeting.id, item.id, field),
    name: `${item.id}-${field}`,
    label: sectionFields[field][ctx.language],
    body: saved?.body ?? '',
    version: saved?.version ?? 0,
    editedBy: saved?.editedBy ?? null,
    editedAt: saved?.editedAt ?? null,
    readOnly: !mayWrite(view),
    ...(field === 'deliberation' && { shortcut: 't' }),
    ...(typeof typed === 'string' && { typed }),
  });
}
