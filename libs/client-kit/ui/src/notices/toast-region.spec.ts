import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import texts from '../texts/de.json' with { type: 'json' };
import { ToastRegion } from './toast-region';
import { Toasts } from './toasts';

describe('ToastRegion', () => {
  const page = document.createElement('main');

  async function open() {
    TestBed.configureTestingModule({ providers: [provideTestKit(texts)] });
    page.innerHTML = '<button>Annehmen</button><dialog></dialog>';
    document.body.append(page);
    const fixture = TestBed.createComponent(ToastRegion);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    return fixture;
  }
  const button = (name: string) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name))!;

  it('says it in a status, leaves the focus alone, and gives it back', async () => {
    const fixture = await open();
    const undone: string[] = [];
    button('Annehmen').focus();
    TestBed.inject(Toasts).show('Angenommen.', () => undone.push('Angenommen.'));
    await fixture.whenStable();

    expect(document.activeElement).toBe(button('Annehmen'));
    expect(document.querySelector('[role=status]')!.textContent).toContain('Angenommen.');
    button('Rückgängig').focus();
    button('Rückgängig').click();
    await fixture.whenStable();
    expect([document.activeElement, undone, button('Rückgängig')]).toEqual([button('Annehmen'), ['Angenommen.'], undefined]);
  });

  it('undoes with Ctrl+Z, unless somebody types', async () => {
    await open();
    const undone: string[] = [];
    page.append(document.createElement('input'));
    TestBed.inject(Toasts).show('Angenommen.', () => undone.push('Angenommen.'));
    const press = (on: Element) =>
      on.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', code: 'KeyY', ctrlKey: true, bubbles: true, cancelable: true }));
    press(page.querySelector('input')!);
    expect(undone).toEqual([]);
    press(button('Annehmen'));
    expect(undone).toEqual(['Angenommen.']);
  });

  it('moves into the dialog that opens, and home again', async () => {
    const fixture = await open();
    const dialog = page.querySelector('dialog')!;
    const layer = document.querySelector('.toast-layer')!;
    dialog.setAttribute('open', '');
    dialog.dispatchEvent(new Event('toggle'));
    expect(layer.parentElement).toBe(dialog);
    dialog.removeAttribute('open');
    dialog.dispatchEvent(new Event('close'));
    expect(layer.parentElement).toBe(fixture.nativeElement);
  });

  it('comes home when the page takes the open dialog away', async () => {
    const fixture = await open();
    const dialog = page.querySelector('dialog')!;
    dialog.setAttribute('open', '');
    dialog.dispatchEvent(new Event('toggle'));
    dialog.remove();
    TestBed.inject(Toasts).show('Gespeichert.');
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Gespeichert.');
  });
});
