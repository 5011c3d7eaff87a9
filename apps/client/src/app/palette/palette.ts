import { afterRenderEffect, Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { Failure, Icon, injectText } from '@lotse/client-kit/ui';
import { FrameDialogs } from '../frame/frame-dialogs';
import { type Entry, fitting, type Group } from './entry';
import { findThings } from './found-things';
import { ownCommands } from './own-commands';
import { paletteTexts } from './palette-texts';

/**
 * Search and commands: where one can go, what can be done here, and whom or what the server finds. What is typed goes neither into an address
 * nor into the browser's storage.
 */
@Component({
  selector: 'lotse-palette',
  imports: [Failure, Icon],
  templateUrl: './palette.html',
})
export class Palette {
  protected readonly t = injectText('palette', paletteTexts);
  private readonly own = ownCommands();
  private readonly dialogs = inject(FrameDialogs);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');

  protected readonly open = this.dialogs.palette;
  protected readonly typed = signal('');
  protected readonly things = findThings(this.typed);
  /** The entry that arrows have come to; the first one without. */
  protected readonly at = signal<string | undefined>(undefined);

  protected readonly groups = computed<Group[]>(() => {
    const typed = this.typed().trim();
    const group = (id: string, entries: Entry[]) => ({ id, label: this.t(`palette.group.${id}`), entries });
    if (typed === '') {
      return [group('here', this.own.ofThePage()), group('recent', this.own.recent()), group('places', this.own.places())].filter(isFilled);
    }
    return [
      group('here', fitting(this.own.ofThePage(), typed, 8)),
      group('places', fitting(this.own.places(), typed, 5)),
      ...this.things.groups(),
      group('recent', fitting(this.own.recent(), typed, 3)),
      group('commands', fitting(this.own.others(), typed, 5)),
    ].filter(isFilled);
  });
  protected readonly flat = computed(() => this.groups().flatMap(({ entries }) => entries));
  protected readonly current = computed(() => this.flat().find(({ id }) => id === this.at()) ?? this.flat()[0]);
  protected readonly status = computed(() =>
    this.things.busy() ? '' : this.t('palette.count', { count: this.flat().length, first: this.flat()[0]?.label ?? '' }),
  );

  constructor() {
    afterRenderEffect({
      write: () => {
        const dialog = this.dialog().nativeElement;
        if (this.open() && !dialog.open) dialog.showModal();
        else if (!this.open() && dialog.open) dialog.close();
        if (this.open()) this.box()?.nativeElement.focus();
      },
    });
  }

  protected optionId({ id }: Entry): string {
    return `palette-${id}`;
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.at.set(undefined);
  }

  protected pressed(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
    if (step !== undefined) this.walk(step);
    else if (event.key === 'Enter') this.choose(this.current());
    else return;
    event.preventDefault();
  }

  protected choose(entry: Entry | undefined): void {
    if (!entry) return;
    // Closed first: the focus goes back to where it was, and what the entry opens takes it from there.
    this.dialog().nativeElement.close();
    entry.run();
  }

  protected closed(): void {
    this.open.set(false);
    this.type('');
  }

  private walk(step: number): void {
    const all = this.flat();
    if (all.length === 0) return;
    const from = all.findIndex(({ id }) => id === this.current()?.id);
    const to = Math.abs(step) === 1 ? (from + step + all.length) % all.length : Math.min(Math.max(from + step, 0), all.length - 1);
    this.at.set(all[to]!.id);
    document.getElementById(this.optionId(all[to]!))?.scrollIntoView({ block: 'nearest' });
  }
}

const isFilled = ({ entries }: Group): boolean => entries.length > 0;
