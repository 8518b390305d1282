import type { Page } from 'playwright-core';

/** Gathers what the pages of a run are built of, and tells of each page whether it shows something that none before it did. */
export function openShapes(): (page: Page) => Promise<boolean> {
  const known = new Set<string>();
  return async (page) => {
    const before = known.size;
    for (const shape of await shapesOf(page)) known.add(shape);
    return known.size > before;
  };
}

/**
 * Each kind of element in its place: its tag, classes, type, role and what it says of itself to those who listen, below those of its parent. Words,
 * addresses and names are left out, so that two records shown in the same way are one shape.
 */
function shapesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = /^(type|role|lang|open|hidden|disabled|required|checked|tabindex|data-.*|aria-.*)$/;
    const kind = (element: Element): string =>
      [element.tagName, element.getAttribute('class'), ...element.getAttributeNames().filter((name) => said.test(name))]
        .concat(element.getAttribute('type'), element.getAttribute('role'))
        .join(' ');
    return [
      ...new Set(
        [...document.querySelectorAll('body *')].map((one) => `${kind(one.parentElement ?? one)} > ${kind(one)}`),
      ),
    ];
  });
}
