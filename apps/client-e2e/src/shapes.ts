import type { Page } from '@playwright/test';
import { expect } from './story';

/** WCAG 1.4.12: what every page has to bear. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** What sticks out of the page to the right. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .slice(0, 5)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`);
  });

/** What is drawn otherwise at another width, as a week is a list on a phone, is drawn a moment later. */
export const fitsTheWidth = (page: Page, why: string): Promise<void> =>
  expect
    .configure({ soft: true })
    .poll(() => tooWide(page), why)
    .toEqual([]);

/** On a phone that is touched: whatever is pressed is large enough for a thumb. */
export async function fitsThumbs(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches), 'a finger').toBe(true);
  const buttons = (await tooSmall(page, 44)).filter((found) => /<(button|select|input)/.test(found));
  expect.soft(buttons, 'for thumbs: buttons and inputs').toEqual([]);
  expect.soft(await tooSmall(page, 24), 'for thumbs: links').toEqual([]);
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await line.detach();
}

/** Words that are cut off. A slot in the week's picture is as high as it is long; its words stand in the list of the same slots too. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest('.visually-hidden, [aria-hidden="true"], .slot-block, .organisation'))
      .filter((element) => {
        const { overflowX, clipPath } = getComputedStyle(element);
        const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
        return hasWords && clipPath === 'none' && ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`),
  );

/** What can be pressed and is smaller than it may be; links in a sentence may be (WCAG 2.5.8). */
const tooSmall = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((least) => {
    const pressable = 'a[href], button, input, select, textarea, summary, [role="button"]';
    const fits = ({ width, height }: DOMRect) => width >= least - 0.5 && height >= least - 0.5;
    return [...document.querySelectorAll(pressable)]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0 || getComputedStyle(element).visibility === 'hidden') return false;
        if (element.closest('.visually-hidden, .skip-link') || (element.matches('a') && getComputedStyle(element).display === 'inline'))
          return false;
        const label = element.closest('label')?.getBoundingClientRect();
        return !fits(box) && !(label && fits(label));
      })
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const name = element.textContent?.trim() || element.getAttribute('aria-label');
        return `${Math.round(width)}x${Math.round(height)} <${element.tagName.toLowerCase()} class="${element.className}"> ${name?.slice(0, 40)}`;
      });
  }, least);

/** Every text a third longer, as other languages are. */
const lengthen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) if ((walker.currentNode.textContent?.trim().length ?? 0) > 2) texts.push(walker.currentNode);
    for (const text of texts) {
      const more = Math.ceil(text.textContent!.trim().length * 0.35);
      text.textContent += ` ${'ẍýžẅŷñ '.repeat(Math.ceil(more / 7)).slice(0, more)}`;
    }
  });

const setDensity = (page: Page, density: string): Promise<void> =>
  page.evaluate((density) => void (document.documentElement.dataset['density'] = density), density);

/** Spaces texts as somebody's own browser does: not through the page, whose policy would refuse it. */
const space = (page: Page, styles: string): Promise<void> =>
  page.evaluate((styles) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [sheet];
  }, styles);

/** A page as somebody sees it who needs it larger, narrower, wider spaced, or hits less exactly; ends at a width of 1280. */
export async function bearsEveryShape(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  await fitsTheWidth(page, '320 px wide');
  await space(page, spacing);
  await fitsTheWidth(page, '320 px wide and spaced out');
  expect.soft(await cutOff(page), '320 px wide and spaced out, nothing is cut off').toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await fitsTheWidth(page, 'spaced out');
  expect.soft(await cutOff(page), 'spaced out, nothing is cut off').toEqual([]);
  await space(page, '');

  await setDensity(page, 'compact');
  expect.soft(await tooSmall(page, 24), 'targets where most fits').toEqual([]);
  await setDensity(page, 'touch');
  await fitsTheWidth(page, 'for fingers');
  await setDensity(page, 'auto');
  // Twice as large on 1280 pixels is as wide as 640.
  await page.setViewportSize({ width: 640, height: 450 });
  await fitsTheWidth(page, 'twice as large');
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Longer words than ours; what is on the page afterwards is of no more use. */
export async function bearsLongerTexts(page: Page): Promise<void> {
  await lengthen(page);
  await fitsTheWidth(page, 'longer words');
  await page.setViewportSize({ width: 390, height: 844 });
  await fitsTheWidth(page, 'longer words on a phone');
}

/** On paper: the content, and nothing to press or to go to. What stands in the picture of a week is content that can also be pressed. */
export async function printsCleanly(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll('button:not([aria-pressed="true"], .slot-block), .rail, .top-bar, .bottom-bar, .toast-layer')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`),
  );
  expect.soft(seen, 'on paper').toEqual([]);
  await expect.soft(page.locator('.print-head')).toBeVisible();
  const least = await page.evaluate(() => [...document.querySelectorAll('.frame')].map((frame) => getComputedStyle(frame).minBlockSize));
  expect
    .soft(
      least.filter((size) => size !== '0px'),
      'no empty sheet',
    )
    .toEqual([]);
  await page.emulateMedia({ media: 'screen' });
}

/** In somebody's own colours: what was told by a ground has a border, and where the focus is can be seen. */
export async function hasShapesWithoutColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(.chip, .button, .control, .notice, .choice)')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).borderTopStyle === 'none')
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`),
  );
  expect.soft(bare, 'borders in forced colours').toEqual([]);
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(() => {
    const focused = document.activeElement!;
    const around = focused.closest('label, tr') ?? focused;
    return [focused, around].map((element) => getComputedStyle(element).outlineStyle);
  });
  expect.soft(ring, 'the focus is seen in forced colours').toContain('solid');
  await page.emulateMedia({ forcedColors: 'none' });
}
