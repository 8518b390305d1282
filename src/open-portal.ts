import packageJson from '../package.json' with { type: 'json' };
import type { Context } from './context.ts';
import { authorize, linkHolderOf } from './domain/access/index.ts';
import { agreementStates } from './domain/agreements/index.ts';
import { assessmentStatuses } from './domain/assessments/index.ts';
import { assignmentStates } from './domain/assignments/index.ts';
import { consultationStates } from './domain/consultations/index.ts';
import { decisionStates } from './domain/decisions/index.ts';
import { orderCopy } from './domain/disclosures/index.ts';
import { matterStates } from './domain/matters/index.ts';
import { meetingStates } from './domain/meetings/index.ts';
import { minutesStates } from './domain/minutes/index.ts';
import { confirmSubscription, endSubscription, placeSubscription } from './domain/published/index.ts';
import { reportStates } from './domain/reports/index.ts';
import type { Authorized } from './kernel/authorized.ts';
import type { Id } from './kernel/id.ts';
import type { Localized } from './kernel/language.ts';
import { writeCalendar } from './mail/write-calendar.ts';
import { portalApp } from './web/portal/portal-app.ts';
import type { CodeLabel, PortalCodes, PortalServices } from './web/portal/portal-context.ts';
import { portalRoutes } from './web/portal/portal-routes.ts';

type Tone = CodeLabel['tone'];

const assessmentTones = { success: 'ok', info: 'info', warning: 'part', danger: 'late', neutral: 'unknown' } as const;

/** What the codes of published records are called. The tables are those of the nouns, which the portal itself does not know. */
export const portalCodes: PortalCodes = {
  meeting: named(meetingStates, { cancelled: 'late', adjusted: 'ok', closed: 'ok', summoned: 'info' }),
  decision: named(decisionStates, { made: 'ok' }),
  matter: named(matterStates, { closed: 'ok' }),
  minutes: named(minutesStates, { adjusted: 'ok' }),
  report: named(reportStates, { approved: 'ok', delivered: 'ok' }),
  agreement: named(agreementStates, {}),
  consultation: named(consultationStates, {}),
  assignment: {
    ...named(assignmentStates, { completed: 'ok', started: 'info', paused: 'late' }),
    ...Object.fromEntries(
      Object.entries(assessmentStatuses).map(([code, { label, tone }]) => [
        code,
        { ...label, tone: assessmentTones[tone] },
      ]),
    ),
  },
};

function named(
  table: Readonly<Record<string, Localized>>,
  tones: Readonly<Record<string, Tone>>,
): Readonly<Record<string, CodeLabel>> {
  return Object.fromEntries(
    Object.entries(table).map(([code, { sv, en }]) => [code, { sv, en, tone: tones[code] ?? 'neutral' }]),
  );
}

/** What the portal is handed: that which reads the published, the few verbs of its forms, and neither accounts nor the register. */
export function portalServices({
  runtime,
  db,
  blobs,
  config,
}: Pick<Context, 'runtime' | 'db' | 'blobs' | 'config'>): PortalServices {
  const { publicUrl } = config;
  return {
    runtime,
    readPublic: db.readPublic,
    readFile: blobs.get,
    publicUrl,
    codes: portalCodes,
    writeCalendar: (entries, name) =>
      writeCalendar({ entries, site: publicUrl, now: runtime.now(), ...(name && { name }) }),
    asks: {
      subscribe: (tenantId, wish) =>
        db.transact(asVisitor(tenantId), { verb: 'placeSubscription' }, (w) => placeSubscription(w, wish)),
      confirm: (tenantId, token) =>
        db.transact(asVisitor(tenantId), { verb: 'confirmSubscription' }, (w) => confirmSubscription(w, token)),
      unsubscribe: (tenantId, token) =>
        db.transact(asVisitor(tenantId), { verb: 'endSubscription' }, (w) => endSubscription(w, token)),
      orderCopy: (tenantId, order) =>
        db.transact(asVisitor(tenantId), { verb: 'orderCopy' }, (w) => orderCopy(w, order)),
    },
  };
}

/** The proof of anybody at all, who may ask for letters and copies and for nothing else. */
function asVisitor(tenantId: string): Authorized<'portal.ask'> {
  return authorize(linkHolderOf(tenantId as Id<'tenant'>, 'Besökare', null), 'portal.ask');
}

/** The open portal on an open context. */
export function portalOf(context: Context, { demo }: { readonly demo: boolean }): ReturnType<typeof portalApp> {
  return portalApp({
    services: portalServices(context),
    site: { version: packageJson.version, demo },
    routes: portalRoutes,
  });
}
