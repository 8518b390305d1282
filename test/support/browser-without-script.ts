import { demoOrigin } from './demo-site.ts';

/** A browser as far as signing in needs one: it keeps cookies, knows the form that it was last shown, and follows nothing by itself. */
export type PlainBrowser = {
  readonly get: (path: string) => Promise<Response>;
  /** Sends a form with the proof of the page that was read last. */
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly cookies: Map<string, string>;
};

/** Somebody who has not been here before. */
export function plainBrowser(
  app: { readonly fetch: (request: Request) => Response | Promise<Response> },
  origin = demoOrigin,
  headers: Readonly<Record<string, string>> = {},
): PlainBrowser {
  const cookies = new Map<string, string>();
  let csrf = '';
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.fetch(
      new Request(`${origin}${path}`, { ...init, headers: { ...headers, cookie, ...(init.headers as object) } }),
    );
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /max-age=0/i.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const found = /name="csrf" value="([^"]+)"/.exec(await answer.clone().text())?.[1];
    if (found) csrf = found;
    return answer;
  };
  return {
    cookies,
    get: (path) => ask(path),
    post: (path, fields = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf, ...fields }),
        headers: { origin, 'sec-fetch-site': 'same-origin' },
      }),
  };
}
