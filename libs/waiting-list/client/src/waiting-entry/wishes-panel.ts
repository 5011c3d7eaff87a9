import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Fact, Failure, Icon, injectText, Language, plainDayText, Toasts } from '@lotse/client-kit/ui';
import { changeWishes, type SaidWishes, type WaitingListEntryDetail, type WishesVersion } from '@lotse/waiting-list/model';
import { spokenName } from '../words/spoken-name';
import { entryTexts } from './entry-texts';
import { WishesForm } from './wishes-form';
import { wishLines, type WishLine, type WishWords } from './wishes-words';

/** What somebody can come to, who said so, and how it was before. */
@Component({
  selector: 'lotse-wishes-panel',
  imports: [Fact, Failure, Icon, WishesForm],
  template: `
    <header class="panel-head">
      <h2>{{ t('waitingEntry.wishes.heading') }}</h2>
      @if (mayChange() && !editing()) {
        <button
          type="button"
          class="button is-small"
          [attr.aria-label]="t('waitingEntry.wishes.changeOf', { name: name() })"
          (click)="editing.set(true)"
        >
          <lotse-icon name="pencil" />{{ t('waitingEntry.wishes.change') }}
        </button>
      }
    </header>
    @if (problem(); as failed) {
      <lotse-failure [problem]="failed" (retry)="problem.set(undefined)" />
    }
    @if (editing()) {
      <lotse-wishes-form [entry]="entry()" (saved)="done('saved')" (leave)="editing.set(false)" />
    } @else {
      @if (entry().versions.length === 0) {
        <p class="muted">{{ t('waitingEntry.wishes.fromReferral') }}</p>
      }
      <dl class="facts is-two">
        @for (line of lines(); track line.key) {
          <div lotseFact [term]="line.term">{{ line.text }}</div>
        }
      </dl>
      @if (earlier().length > 0) {
        @if (mayChange()) {
          <button
            type="button"
            class="button is-text is-small"
            [attr.aria-disabled]="busy() || null"
            (click)="restore(earlier()[0]!, 'undone')"
          >
            <lotse-icon name="undo-2" />{{ t('waitingEntry.wishes.undo') }}
          </button>
        }
        <details>
          <summary>{{ t('waitingEntry.wishes.history', { count: earlier().length }) }}</summary>
          <ol class="versions">
            @for (one of earlier(); track one.version) {
              <li>
                <p class="version-head">{{ headOf(one) }}</p>
                <p class="muted small">{{ textOf(one.said) }}</p>
                @if (mayChange()) {
                  <button
                    type="button"
                    class="button is-text is-small"
                    [attr.aria-disabled]="busy() || null"
                    (click)="restore(one, 'undone')"
                  >
                    {{ t('waitingEntry.wishes.restore') }}
                  </button>
                }
              </li>
            }
          </ol>
        </details>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      justify-items: start;
    }
    .panel-head,
    dl,
    lotse-wishes-form,
    details {
      inline-size: 100%;
      margin: 0;
    }
    summary {
      min-block-size: 32px;
      padding-block: 4px;
      color: var(--muted);
      cursor: pointer;
    }
    .versions {
      display: grid;
      gap: var(--space-3);
      padding: var(--space-2) 0 0 var(--space-5);
    }
    .version-head {
      font-weight: 560;
    }
  `,
  host: { class: 'panel' },
})
export class WishesPanel {
  protected readonly t = injectText('waitingEntry', entryTexts);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  readonly entry = input.required<WaitingListEntryDetail>();
  readonly mayChange = input(false);
  readonly changed = output();

  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly name = computed(() => spokenName(this.entry().personName));
  protected readonly earlier = computed(() => this.entry().versions.slice(1));
  private readonly words = computed<WishWords>(() => {
    const { choices, serviceName } = this.entry();
    const names = new Map([...choices.schedules, ...choices.services].map((one) => [one.id, one.name]));
    const language = this.language.current();
    return { t: this.t, language, serviceName, day: (day) => plainDayText(day, language), nameOf: (id) => names.get(id) ?? '–' };
  });
  protected readonly lines = computed<WishLine[]>(() => wishLines(this.words(), this.entry()));

  protected textOf(said: SaidWishes): string {
    return wishLines(this.words(), said)
      .map(({ term, text }) => `${term}: ${text}`)
      .join(' · ');
  }

  protected headOf({ at, byName, restores, fromReferral }: WishesVersion): string {
    if (fromReferral) return this.t('waitingEntry.wishes.versionFirst');
    const day = plainDayText(at, this.language.current());
    if (restores !== null) return this.t('waitingEntry.wishes.versionBack', { day, name: byName, version: restores });
    return this.t('waitingEntry.wishes.version', { day, name: byName });
  }

  /** Taking back is a step of its own: what was said before is said again. */
  protected async restore({ version: restores, said }: WishesVersion, then: 'undone'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const { id, version } = this.entry();
      await this.api.send(changeWishes, { params: { id }, version, body: { ...said, restores } });
      this.done(then);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      this.changed.emit();
    } finally {
      this.busy.set(false);
    }
  }

  protected done(what: 'saved' | 'undone'): void {
    this.editing.set(false);
    this.toasts.show(this.t(what === 'saved' ? 'waitingEntry.wishes.saved' : 'waitingEntry.wishes.undone'));
    this.changed.emit();
  }
}
