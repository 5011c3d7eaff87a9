import { Component, computed, inject, input } from '@angular/core';
import { Api, FurtherPages } from '@lotse/client-kit/api';
import { Chip, Icon, injectText, Language, Loaded, MomentTextPipe, Page, RestOfList, State, Table } from '@lotse/client-kit/ui';
import { verbText } from '@lotse/chronicle/model';
import { CurrentSession } from '@lotse/identity/client';
import { pathOf } from '@lotse/kernel';
import { basisText, exportAccesses, partText, printAccesses, readAccesses, type Access } from '@lotse/people/model';

/** `/personen/:id/zugriffe`: who has looked at or done something with somebody's data; on paper and as a file as well. */
@Component({
  selector: 'lotse-accesses-page',
  imports: [Chip, Icon, Loaded, MomentTextPipe, Page, RestOfList, State, Table],
  templateUrl: './accesses-page.html',
})
export class AccessesPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly session = inject(CurrentSession);
  readonly id = input.required<string>();

  protected readonly first = this.api.read(readAccesses, () => ({ params: { id: this.id() } }));
  protected readonly further = new FurtherPages<Access>(this.first, (cursor) =>
    this.api.send(readAccesses, { params: { id: this.id() }, query: { cursor } }),
  );
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
}
