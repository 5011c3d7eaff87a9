import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import identity from '../texts/de.json' with { type: 'json' };
import { SavedViewsMenu } from './saved-views-menu';

@Component({ selector: 'lotse-test-page', imports: [SavedViewsMenu], template: '<lotse-saved-views-menu page="inbox" />' })
class TestPage {}

const id = '018f0000-0000-7000-8000-000000000001';
const view = {
  id,
  page: 'inbox',
  name: 'Dringend',
  query: { urgency: 'urgent', sort: '-due' },
  isShared: false,
  isOwn: true,
  mayChange: true,
  savedBy: 'Ich',
};
const tick = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('SavedViewsMenu', () => {
  async function open(url: string) {
    HTMLDialogElement.prototype.showModal ??= function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close ??= function () {
      this.open = false;
    };
    HTMLElement.prototype.hidePopover ??= () => undefined;
    TestBed.configureTestingModule({
      providers: [provideTestKit({ identity }), provideRouter([{ path: 'eingang', component: TestPage }])],
    });
    const harness = await RouterTestingHarness.create(url);
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/views?page=inbox').flush({ items: [view] });
    await tick();
    harness.detectChanges();
    const element = harness.routeNativeElement!;
    const button = (name: string) => [...element.querySelectorAll('button')].find((one) => one.textContent.includes(name))!;
    return { harness, element, http, button };
  }

  it('shows which view the address is, whatever else was typed', async () => {
    const { element } = await open('/eingang?sort=-due&urgency=urgent&text=Muster&open=1');
    expect(element.querySelector('[popovertarget]')!.textContent).toContain('Dringend');
    expect(element.querySelector('[aria-current="true"]')!.textContent).toContain('Dringend');
  });

  it('goes to a view, and leaves behind what was typed', async () => {
    const { button } = await open('/eingang?text=Muster');
    button('Dringend').click();
    await tick();
    expect(TestBed.inject(Router).url).toBe('/eingang?urgency=urgent&sort=-due');
  });

  it('saves filters under a name, never what was typed', async () => {
    const { harness, element, http, button } = await open('/eingang?state=received&text=Muster');
    button('Diese Ansicht speichern').click();
    await tick();
    harness.detectChanges();
    const name = element.querySelector<HTMLInputElement>('input[type=text]')!;
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await tick();
    expect(element.textContent).toContain('Bitte geben Sie der Ansicht einen Namen.');
    name.value = 'Neue';
    name.dispatchEvent(new Event('input'));
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    const { request } = http.expectOne('/api/views');
    expect(request.body).toEqual({ page: 'inbox', name: 'Neue', query: { state: 'received' }, isShared: false });
  });
});
