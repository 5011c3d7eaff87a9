import { readdirSync, readFileSync } from 'node:fs';
import { reflectComponentType, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import * as kit from '@lotse/client-kit/ui';
import { routes } from '../app/app.routes';
import { GalleryPage } from './gallery-page';

const folder = 'apps/client/src/gallery';
const sources = readdirSync(folder)
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  .join('\n');

/** The frame has these once, the gallery is inside of it. */
const onlyInTheFrame = ['lotse-toast-region'];
const selectors = Object.values(kit)
  .map((exported) => (typeof exported === 'function' ? reflectComponentType(exported as Type<unknown>)?.selector : undefined))
  .filter((selector) => selector !== undefined && !onlyInTheFrame.includes(selector)) as string[];

/** How a selector looks in a template: `<lotse-chip` or ` lotseFact`. */
const inTemplate = (selector: string): string => (selector.startsWith('lotse-') ? `<${selector}` : ` ${/\[(\w+)\]/.exec(selector)![1]}`);

describe('the gallery', () => {
  it('knows the components of the kit', () => expect(selectors.length).toBeGreaterThan(20));

  it.each(selectors)('shows %s', (selector) => expect(sources).toContain(inTemplate(selector)));

  it('has its switches', async () => {
    TestBed.configureTestingModule({ providers: [provideTestKit()] });
    const fixture = TestBed.createComponent(GalleryPage);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelectorAll('.segments')).toHaveLength(4);
  });

  it('is no page of the product', () => expect(JSON.stringify(routes)).not.toContain('galerie'));
});
