import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { Cell } from './cell';
import { Grid } from './grid';
import type { GridColumn } from './grid-column';

@Component({
  imports: [Cell, Grid],
  template: `
    <lotse-grid label="Personen" [rows]="rows()" [columns]="columns" [nameOf]="nameOf">
      <ng-template lotseCell="name" [lotseCellOf]="rows()" let-row>{{ row.id }}</ng-template>
      <ng-template lotseCell="note" let-row>Notiz</ng-template>
    </lotse-grid>
  `,
})
class Page {
  readonly columns: GridColumn[] = [
    { key: 'name', label: 'Name', place: 'main', fixed: true },
    { key: 'note', label: 'Notiz', place: 'sub' },
  ];
  readonly rows = signal(Array.from({ length: 100 }, (_, at) => ({ id: `row ${at}` })));
  readonly nameOf = ({ id }: { id: string }) => id;
}

/** What the browser would tell about what is in sight. */
class Sight {
  static readonly all: Sight[] = [];
  readonly watched = new Set<Element>();
  constructor(private readonly tell: (entries: object[]) => void) {
    Sight.all.push(this);
  }
  observe = (row: Element) => void this.watched.add(row);
  unobserve = (row: Element) => void this.watched.delete(row);
  disconnect = () => this.watched.clear();
  see(rows: readonly Element[], isIntersecting: boolean): void {
    this.tell(rows.map((target) => ({ target, isIntersecting, boundingClientRect: { height: 61 } })));
  }
}

describe('rows far from what is in sight', () => {
  let fixture: ComponentFixture<Page>;
  const frames = new Map<number, FrameRequestCallback>();
  let lastFrame = 0;
  const element = () => fixture.nativeElement as HTMLElement;
  const rowAt = (at: number) => element().querySelector<HTMLTableRowElement>(`tr[data-row="row ${at}"]`)!;
  const isDrawn = (at: number) => rowAt(at).cells.length === 2;
  const drawn = () => fixture.componentInstance.rows().filter((_, at) => isDrawn(at)).length;
  const press = (key: string) =>
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  async function passFrame(): Promise<void> {
    const waiting = [...frames.values()];
    frames.clear();
    waiting.forEach((frame) => frame(0));
    await fixture.whenStable();
  }

  beforeEach(async () => {
    Sight.all.length = 0;
    Object.assign(globalThis, {
      IntersectionObserver: Sight,
      requestAnimationFrame: (frame: FrameRequestCallback) => frames.set(++lastFrame, frame) && lastFrame,
      cancelAnimationFrame: (frame: number) => frames.delete(frame),
    });
    TestBed.configureTestingModule({ providers: [provideTestKit({})] });
    fixture = TestBed.createComponent(Page);
    document.body.append(element());
    await fixture.whenStable();
  });
  afterEach(() => {
    fixture.destroy();
    Reflect.deleteProperty(globalThis, 'IntersectionObserver');
  });

  it('the first screen is drawn at once, of the others there is the name', () => {
    expect(drawn()).toBe(12);
    expect(rowAt(50).textContent.trim()).toBe('row 50');
    expect(rowAt(50).cells[0]).toMatchObject({ colSpan: 2 });
    expect(Sight.all[0]!.watched.size).toBe(100);
  });

  it('what comes near is drawn, a few rows in each frame', async () => {
    Sight.all[0]!.see([20, 21, 22, 23, 24, 25].map(rowAt), true);
    await passFrame();
    expect([20, 21, 22, 23, 24, 25].map(isDrawn)).toEqual([true, true, true, true, false, false]);
    await passFrame();
    expect(drawn()).toBe(18);
  });

  it('what goes far keeps its height, unless the focus is inside', async () => {
    Sight.all[0]!.see([20, 21].map(rowAt), true);
    await passFrame();
    rowAt(21).cells[0]!.focus();
    Sight.all[0]!.see([20, 21].map(rowAt), false);
    await fixture.whenStable();
    expect([isDrawn(20), isDrawn(21)]).toEqual([false, true]);
    expect(rowAt(20).style.blockSize).toBe('61px');
  });

  it('a key that leads far away draws the row before it focuses it', () => {
    rowAt(0).cells[0]!.focus();
    press('End');
    expect(isDrawn(99)).toBe(true);
    expect(rowAt(99).contains(document.activeElement)).toBe(true);
  });

  it('on paper everything is drawn', () => {
    dispatchEvent(new Event('beforeprint'));
    expect(drawn()).toBe(100);
    dispatchEvent(new Event('afterprint'));
    expect(drawn()).toBe(12);
  });
});
