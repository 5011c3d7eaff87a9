import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { Worklist, type RowKey } from './worklist';

@Component({
  imports: [Worklist],
  template: `
    <ul lotseWorklist [keys]="['a']" (rowKey)="pressed.push($event)" (rowOpen)="opened.push($event)">
      @for (row of rows(); track row) {
        <li [attr.data-row]="row">{{ row }}<input /></li>
      }
    </ul>
  `,
})
class List {
  readonly rows = signal(['one', 'two', 'three']);
  readonly pressed: RowKey[] = [];
  readonly opened: string[] = [];
}

describe('Worklist', () => {
  const focused = () => (document.activeElement as HTMLElement).dataset['row'];
  const press = (key: string, target = document.activeElement!) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

  beforeEach(() => TestBed.configureTestingModule({ providers: provideTestKit() }));

  async function open() {
    const fixture = TestBed.createComponent(List);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('[data-row="one"]')!.focus();
    return fixture;
  }

  it('is one stop for Tab and walks with letters and arrows', async () => {
    const fixture = await open();
    press('j');
    expect(focused()).toBe('two');
    press('ArrowDown');
    press('ArrowDown');
    expect(focused()).toBe('three');
    press('Home');
    expect(focused()).toBe('one');
    const stops = [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>('[data-row]')].map((row) => row.tabIndex);
    expect(stops).toEqual([0, -1, -1]);
  });

  it('acts on the focused row, never while somebody types', async () => {
    const fixture = await open();
    press('a');
    press('Enter');
    press('a', (fixture.nativeElement as HTMLElement).querySelector('input')!);
    expect(fixture.componentInstance.pressed).toEqual([{ row: 'one', key: 'a' }]);
    expect(fixture.componentInstance.opened).toEqual(['one']);
  });

  it('moves the focus on when the focused row goes away', async () => {
    const fixture = await open();
    press('j');
    fixture.componentInstance.rows.set(['one', 'three']);
    await fixture.whenStable();
    expect(focused()).toBe('three');
  });
});
