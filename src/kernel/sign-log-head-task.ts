/**
 * The name of the background work that signs the log of an authority and hands the head to its witnesses. Verbs whose moment matters, such as the
 * adjustment of minutes, queue it: `w.addJob(signLogHeadTask, {}, signLogHeadTask + tenant)`.
 */
export const signLogHeadTask = 'signLogHead';
