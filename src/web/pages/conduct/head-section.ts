import { itemSpans, quorumAt } from '../../../domain/attendance/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { type DeskKey, deskHead, deskKeys } from '../../components/meeting-desk/meeting-desk.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { meetingName, meetingTag } from '../meetings/meeting-words.ts';
import { actPath, deskPath } from './conduct-address.ts';
import { type DeskFacts, nextItem } from './desk-facts.ts';
import { mayDo } from './desk-view.ts';
import { minutesBehind } from './event-time.ts';
import { quorumWords } from './presence-section.ts';
import { texts } from './texts.ts';

/** The head of the screen: how the meeting stands, against its timetable, and the next thing to do. */
export function headSection(ctx: RequestContext, facts: DeskFacts, itemId: string | undefined): Html {
  const t = texts[ctx.language];
  const { meeting, course } = facts;
  const delay = delayWord(ctx, facts);
  const lacksQuorum = quorumAt(course.scene, course.state).some(({ enough }) => !enough);
  return html`${deskHead({
    title: `${meeting.body.name} · ${meetingName(ctx, meeting)}`,
    state: meetingTag(ctx, meeting.state),
    facts: html`${delay}${lacksQuorum ? quorumWords(ctx, facts, course.state) : null}`,
    saved: t.savedAt(clockWithSeconds(ctx)),
    acts: headActs(ctx, facts, itemId),
  })}`;
}

function headActs(ctx: RequestContext, facts: DeskFacts, itemId: string | undefined): Html {
  const t = texts[ctx.language];
  const { meeting, course } = facts;
  const next = nextItem(facts);
  const anyItem = itemId ?? meeting.items[0]?.id;
  const at = (act: Parameters<typeof actPath>[1], id: string) => actPath(meeting.id, act, id);
  const conducting = mayDo(meeting.state, 'conduct');
  const minutes = mayDo(meeting.state, 'adjust') || meeting.state === 'adjusted';
  return html`${
    conducting && next
      ? postButton(ctx, { action: at('callUp', next.id), text: t.nextItem, shortcut: 'n', about: next.title })
      : null
  }${
    conducting && course.state.itemId
      ? postButton(ctx, { action: at('endItem', course.state.itemId), text: t.endItem, variant: 'secondary' })
      : null
  }${conducting && anyItem ? postButton(ctx, { action: at('adjourn', anyItem), text: t.adjourn, variant: 'quiet' }) : null}${
    mayDo(meeting.state, 'resume') && anyItem
      ? form(ctx, {
          action: at('resume', anyItem),
          submit: t.resume,
          body: tickBox({ name: 'resume.nextDay', label: t.resumeNextDay, state: freshForm() }),
        })
      : null
  }${conducting ? linkButton({ text: t.close, href: `${deskPath(meeting.id)}/avsluta`, variant: next ? 'quiet' : 'primary' }) : null}${
    minutes ? linkButton({ text: t.toMinutes, href: `${recordAddress('meeting', meeting.id)}/protokoll` }) : null
  }`;
}

/** "6 min efter tidplan": when the item of now began, against when its slot begins. */
function delayWord(ctx: RequestContext, { meeting, course }: DeskFacts): Html | null {
  const t = texts[ctx.language];
  const { itemId } = course.state;
  if (itemId === null) return null;
  const planned = meeting.slots.find(({ agendaItemId }) => agendaItemId === itemId)?.startsAt ?? null;
  const minutes = minutesBehind(planned, itemSpans(course).find((span) => span.itemId === itemId)?.from ?? null);
  if (minutes === null) return null;
  const [text, tone]: [string, TagTone] =
    minutes > 0 ? [t.behind(minutes), 'late'] : minutes < 0 ? [t.ahead(-minutes), 'ok'] : [t.onTime, 'ok'];
  return tag({ text, tone });
}

function clockWithSeconds({ services, language }: RequestContext): string {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    timeStyle: 'medium',
    timeZone: 'Europe/Stockholm',
  }).format(services.runtime.now());
}

/** All keys of the screen with what they do; the letters are those of the Swedish words, also in English, because they are printed on the buttons. */
export function keysSection(ctx: RequestContext): Html {
  const t = texts[ctx.language];
  const k = t.keyNames;
  const keys: readonly DeskKey[] = [
    { keys: ['N'], does: k.next },
    { keys: ['B'], does: k.approve },
    { keys: ['Y'], does: k.motion },
    { keys: ['P'], does: k.proposition },
    { keys: ['O'], does: k.vote },
    { keys: ['L'], does: k.table },
    { keys: ['Å'], does: k.refer },
    { keys: ['R'], does: k.reserve },
    { keys: ['A'], does: k.note },
    { keys: ['M'], does: k.atOnce },
    { keys: ['J'], does: k.disqualify },
    { keys: ['G', '1'], does: k.leaves },
    { keys: ['K', '1'], does: k.arrives },
    { keys: ['I', '1'], does: k.stepsIn },
    { keys: ['T'], does: k.text },
    { keys: ['V'], does: k.show },
    { keys: ['?'], does: k.help },
    { keys: ['↑', '↓', 'N', 'F', 'D', 'J', 'A'], does: k.list },
  ];
  return deskKeys({ title: t.keys, lead: t.keysLead, keys, turnOff: t.keysOff });
}
