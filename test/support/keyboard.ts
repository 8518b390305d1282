import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** Goes forward with the Tab key until the thing has the focus, as one does who has no mouse; what cannot be reached so is a fault. */
export async function tabTo(page: Page, thing: Locator): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    if (await thing.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`the Tab key does not lead to ${thing}`);
}

/** Goes to a link or a button and presses Enter, then waits until the page that follows stands there. */
export async function pressEnterOn(page: Page, thing: Locator, next: Locator): Promise<void> {
  await tabTo(page, thing);
  await page.keyboard.press('Enter');
  await next.waitFor();
}
