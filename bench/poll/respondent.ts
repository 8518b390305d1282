/** Somebody in the hall: a browser of their own, behind the address that all of them share. */
export type Visit = { readonly form: number; readonly answer: number; readonly refused: readonly string[] };

/** Opens the form, answers each question with the given places, and reads the thanks. Tells how long the form and the answer took. */
export async function respond(origin: string, code: string, places: readonly number[]): Promise<Visit> {
  const refused: string[] = [];
  const ask = async (path: string, init: RequestInit, status: number) => {
    const started = performance.now();
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init });
    const body = await response.text();
    if (response.status !== status) refused.push(`${init.method ?? 'GET'} ${path}: ${response.status}`);
    return { response, body, took: performance.now() - started };
  };
  const path = `/o/${code}`;
  const form = await ask(path, {}, 200);
  const cookie = cookiesOf(form.response);
  const fields = new URLSearchParams();
  for (const [, name, value] of form.body.matchAll(/type="hidden" name="(csrf|idempotencyKey)" value="([^"]+)"/g))
    fields.set(name!, value!);
  const names = [...form.body.matchAll(/type="radio"[^>]* name="(svar\.[^"]+)" value="1"/g)].map(([, name]) => name!);
  for (const [index, name] of names.entries()) fields.set(name, String(places[index]));
  const headers = { cookie, origin, 'sec-fetch-site': 'same-origin' };
  const answer = await ask(path, { method: 'POST', body: fields, headers }, 303);
  const thanks = await ask(path, { headers: { cookie: `${cookie}; ${cookiesOf(answer.response)}` } }, 200);
  if (!/Tack för ditt svar/.test(thanks.body)) refused.push(`${path}: no thanks`);
  return { form: form.took, answer: answer.took, refused };
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
