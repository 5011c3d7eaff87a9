import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Chip, Icon, injectText, Language, Loaded, LoadMore, MomentTextPipe, Page, State } from '@lotse/client-kit/ui';
import { verbText } from '@lotse/chronicle/model';
import { CurrentSession } from '@lotse/identity/client';
import { pathOf } from '@lotse/kernel';
import { basisText, exportAccesses, partText, printAccesses, readAccesses, type Access } from '@lotse/people/model';

/** `/personen/:id/zugriffe`: who has looked at or done something with somebody's data; on paper and as a file as well. */
@Component({
  selector: 'lotse-accesses-page',
  imports: [Chip, Icon, Loaded, LoadMore, MomentTextPipe, Page, State],
  templateUrl: './accesses-page.html',
})
export class AccessesPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly session = inject(CurrentSession);
  readonly id = input.required<string>();

  protected readonly first = this.api.read(readAccesses, () => ({ params: { id: this.id() } }));
  private readonly more = linkedSignal<unknown, readonly Access[]>({ source: () => this.first.value, computation: () => [] });
  private readonly next = linkedSignal(() => (this.first.hasValue() ? this.first.value().nextCursor : null));
  protected readonly cursor = this.next.asReadonly();
  protected readonly busy = signal(false);
  protected readonly items = computed(() => [...(this.first.hasValue() ? this.first.value().items : []), ...this.more()]);
  protected readonly maySeePerson = computed(() => this.session.may('people.read'));

  /** The browser fetches both by itself: the address says an id and nothing else. */
  protected readonly printAddress = computed(() => `${pathOf(printAccesses, { id: this.id() })}?language=${this.language.current()}`);
  protected readonly fileAddress = computed(() => `${pathOf(exportAccesses, { id: this.id() })}?language=${this.language.current()}`);

  protected whatOf(access: Access): string {
    return verbText(access, this.language.current());
  }

  protected basisOf(access: Access): string {
    return basisText(access, this.language.current());
  }

  protected partsOf({ parts }: Access): string {
    if (parts === null) return this.t('accesses.allParts');
    return parts.map((part) => partText(part, this.language.current())).join(', ') || '–';
  }

  protected isEmergency({ basis }: Access): boolean {
    return basis?.startsWith('break_glass') ?? false;
  }

  protected async load(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.busy()) return;
    this.busy.set(true);
    try {
      const page = await this.api.send(readAccesses, { params: { id: this.id() }, query: { cursor } });
      this.more.update((items) => [...items, ...page.items]);
      this.next.set(page.nextCursor);
    } finally {
      this.busy.set(false);
    }
  }
}
