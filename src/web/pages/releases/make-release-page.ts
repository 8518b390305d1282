import type { Body } from '../../../domain/organisation/index.ts';
import {
  type Ask,
  askKinds,
  type Principal,
  type ReleasedContent,
  releaseGroundCodes,
  releaseGrounds,
} from '../../../domain/releases/index.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { field } from '../../components/field/field.ts';
import { choices, group, tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { steps } from '../../components/steps/steps.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { type ReleasableNoun, releasableRow } from './releasable.ts';
import { releasePaths } from './release-paths.ts';
import { texts } from './texts.ts';

/** What a release is made from: the snapshot, who may get it, and what may be asked with it. */
export type ReleaseDraft = {
  readonly noun: ReleasableNoun;
  readonly id: string;
  readonly content: ReleasedContent;
  readonly hash: string;
  readonly principals: readonly Principal[];
  readonly groups: readonly Body[];
  readonly ask: Ask | null;
  /** The bodies that are chosen from the start. */
  readonly receivers: readonly string[];
};

/** The first step: what is let out, to whom, on which ground, and whether an answer is asked for. */
export function makeReleasePage(ctx: RequestContext, draft: ReleaseDraft, state: FormState): Page {
  const t = texts[ctx.language];
  const { language } = ctx;
  const receivers = [
    ...draft.principals
      .filter(({ own }) => !own)
      .map(({ bodyId, name, authorityId }) => ({
        value: bodyId,
        text: name,
        ...(authorityId === null ? { hint: t.notTied } : {}),
      })),
    ...draft.groups.map(({ id, name }) => ({ value: id, text: t.guestsOf(name) })),
  ];
  const contentProblem = state.problems.filter(({ path }) => path === 'content');
  return page({
    title: t.makeTitle,
    lead: html`<span lang="sv">${draft.content.title}</span>`,
    crumbs: crumbs(ctx),
    body: html`${way(ctx, 0)}<p>${t.makeLead}</p>${secretNotice(ctx, draft)}${
      receivers.length === 0
        ? notice(ctx, { tone: 'warning', body: t.noReceivers })
        : form(ctx, {
            action: `${releasePaths.make}/${draft.noun}/${draft.id}`,
            submit: t.toCheck,
            state: contentProblem.length > 0 ? { ...state, problems: [...state.problems] } : state,
            cancel: { href: releasePaths.log },
            body: html`${choices(ctx, {
              kind: 'checkbox',
              name: 'receivers',
              legend: t.receivers,
              hint: t.receiversHint,
              options: receivers,
              state,
            })}${field(ctx, {
              kind: 'select',
              name: 'ground',
              label: t.ground,
              hint: t.groundHint,
              options: releaseGroundCodes.map((code) => ({
                value: code,
                text: `${releaseGrounds[code].label[language]} (${releaseGrounds[code].provision})`,
              })),
              state,
            })}${field(ctx, { name: 'provision', label: t.provision, hint: t.provisionHint, optional: true, state })}${field(
              ctx,
              {
                kind: 'textarea',
                name: 'assessment',
                label: t.assessment,
                hint: t.assessmentHint,
                rows: 3,
                optional: true,
                state,
              },
            )}${field(ctx, { kind: 'textarea', name: 'note', label: t.note, hint: t.noteHint, rows: 3, optional: true, state })}${
              draft.ask
                ? group(
                    t.asks,
                    html`${tickBox({ name: 'asks', label: askKinds[draft.ask.kind].label[language], state })}${field(
                      ctx,
                      { kind: 'textarea', name: 'question', label: t.question, rows: 2, optional: true, state },
                    )}${field(ctx, { kind: 'date', name: 'dueOn', label: t.dueOn, optional: true, state })}`,
                  )
                : null
            }`,
          })
    }`,
    aside: summaryList(
      [
        { term: t.what, value: releasableRow(draft.noun).label[language] },
        { term: t.files, value: fileList(draft.content) },
      ],
      { compact: true },
    ),
  });
}

/** The second step: exactly what leaves, to whom, and the button by which it does. */
export function checkReleasePage(ctx: RequestContext, draft: ReleaseDraft, state: FormState): Page {
  const t = texts[ctx.language];
  const { values } = state;
  const ground = String(values.ground) as keyof typeof releaseGrounds;
  const chosen = new Set([values.receivers ?? []].flat());
  const names = [
    ...draft.principals.filter(({ bodyId }) => chosen.has(bodyId)).map(({ name }) => name),
    ...draft.groups.filter(({ id }) => chosen.has(id)).map(({ name }) => t.guestsOf(name)),
  ];
  const action = `${releasePaths.make}/${draft.noun}/${draft.id}`;
  const hidden = hiddenValues(values);
  return page({
    title: t.checkTitle,
    lead: html`<span lang="sv">${draft.content.title}</span>`,
    crumbs: crumbs(ctx),
    body: html`${way(ctx, 1)}<p>${t.checkLead}</p>${secretNotice(ctx, draft)}${summaryList([
      { term: t.receivers, value: html`<span lang="sv">${names.join(', ')}</span>` },
      {
        term: t.ground,
        value: `${releaseGrounds[ground].label[ctx.language]} (${releaseGrounds[ground].provision})`,
      },
      { term: t.provision, value: words(values.provision) },
      { term: t.assessment, value: words(values.assessment) },
      { term: t.note, value: words(values.note) },
      { term: t.asks, value: values.asks ? words(values.question) : null },
      { term: t.dueOn, value: values.asks && values.dueOn ? ctx.format.date(String(values.dueOn)) : null },
      { term: t.files, value: fileList(draft.content) },
    ])}${documentView(draft.content.tree)}${form(ctx, {
      action: `${action}/lamna`,
      submit: t.send,
      body: html`${hidden}<input type="hidden" name="shownHash" value="${draft.hash}">`,
    })}${form(ctx, {
      action,
      submit: t.change,
      variant: 'secondary',
      body: html`${hidden}<input type="hidden" name="step" value="change">`,
    })}`,
  });
}

function hiddenValues(values: FormState['values']): readonly Html[] {
  const carried = ['receivers', 'ground', 'provision', 'assessment', 'note', 'asks', 'question', 'dueOn'];
  return carried.flatMap((name) =>
    [values[name] ?? []]
      .flat()
      .filter((value) => value !== '')
      .map((value) => html`<input${attributes({ type: 'hidden', name, value })}>`),
  );
}

function words(value: FormState['values'][string]): Html | null {
  return value ? html`<span lang="sv">${String(value)}</span>` : null;
}

function secretNotice(ctx: RequestContext, { content }: ReleaseDraft): Html | null {
  if (content.secrecy === null) return null;
  const t = texts[ctx.language];
  return notice(ctx, { tone: 'warning', title: t.secret, body: t.secretBody(content.secrecy.provision) });
}

function fileList({ files = [] }: ReleasedContent): Html | null {
  return files.length === 0 ? null : html`<span lang="sv">${files.map(({ fileName }) => fileName).join(', ')}</span>`;
}

function way(ctx: RequestContext, now: number): Html {
  const t = texts[ctx.language];
  return steps(ctx, {
    label: t.stepsLabel,
    steps: [t.stepWhat, t.stepCheck, t.stepSent].map((text, index) => ({
      text,
      state: index < now ? 'done' : index === now ? 'now' : 'ahead',
    })),
  });
}

function crumbs(ctx: RequestContext) {
  const t = texts[ctx.language];
  return [{ text: t.logTitle, href: releasePaths.log }, { text: t.makeTitle }];
}
