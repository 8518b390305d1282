import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser.ts';
import { type DemoSite, openDemoSite, signInByForm } from './demo-site.ts';

/** The demonstration region on a port of its own, with a browser before it. */
export type DemoBrowser = {
  readonly site: DemoSite;
  readonly origin: string;
  /** A page of its own on which the secretary has signed in through the form. */
  readonly secretary: (options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export async function openDemoBrowser(): Promise<DemoBrowser> {
  const [site, browser]: [DemoSite, Browser] = await Promise.all([openDemoSite(), launchBrowser()]);
  const server = await site.listen();
  return {
    site,
    origin: server.origin,
    secretary: async (options = {}) => {
      const tab = await openPage(browser, options);
      await signInByForm(tab, server.origin, 'sekreterare');
      return tab;
    },
    close: async () => {
      await browser.close();
      await server.close();
      await site.close();
    },
  };
}
