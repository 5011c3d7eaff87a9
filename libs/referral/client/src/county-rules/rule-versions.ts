import { Component, computed, input, output, signal } from '@angular/core';
import { Chip, Control, Field, injectText, MomentTextPipe, PlainDayPipe } from '@lotse/client-kit/ui';
import { differencesBetween, type ListedVersion, type RuleLine } from './rule-words';

/** All versions of a rule, the newest first: who, when, why, from which day, and what it changed. */
@Component({
  selector: 'lotse-rule-versions',
  imports: [Chip, Control, Field, MomentTextPipe, PlainDayPipe],
  template: `
    <section>
      <h3 class="section-title">{{ t('countyRules.versions.title') }}</h3>
      @if (rows().length === 1) {
        <p class="muted">{{ t('countyRules.versions.none') }}</p>
      } @else {
        <lotse-field class="no-print" [label]="t('countyRules.versions.compare')" name="compare">
          <select lotseControl (change)="against.set($any($event.target).value)">
            <option value="before" [selected]="against() === 'before'">{{ t('countyRules.versions.toBefore') }}</option>
            <option value="inForce" [selected]="against() === 'inForce'">{{ t('countyRules.versions.toInForce') }}</option>
          </select>
        </lotse-field>
      }
      <ol class="versions">
        @for (row of rows(); track row.version) {
          <li>
            <p class="cluster head">
              <strong>{{
                t(row.version === 0 ? 'countyRules.versions.usual' : 'countyRules.versions.number', { number: row.version })
              }}</strong>
              @if (row.version === inForce()) {
                <lotse-chip tone="done">{{ t('countyRules.versions.inForce') }}</lotse-chip>
              }
              @if (row.validFrom) {
                <span class="muted">{{ t('countyRules.versions.validFrom') }} {{ row.validFrom | plainDay }}</span>
              }
            </p>
            @if (row.at) {
              <p class="muted small">{{ row.byName }}, {{ row.at | moment }}</p>
              <p>{{ row.why }}</p>
            }
            @if (row.restores !== null) {
              <p class="muted small">
                {{
                  t(row.restores === 0 ? 'countyRules.versions.restoresUsual' : 'countyRules.versions.restores', { number: row.restores })
                }}
              </p>
            }
            @if (row.differences.length > 0) {
              <dl class="differences">
                @for (one of row.differences; track one.name) {
                  <div>
                    <dt>{{ one.name }}</dt>
                    <dd>
                      <del>{{ one.before || '–' }}</del> <span class="visually-hidden">{{ t('countyRules.versions.became') }}</span>
                      <ins>{{ one.after || '–' }}</ins>
                    </dd>
                  </div>
                }
              </dl>
            }
            @if (mayRestore() && row.version !== rows()[0]!.version) {
              <button type="button" class="button is-small is-text no-print" (click)="restore.emit(row.version)">
                {{ t(row.version === 0 ? 'countyRules.versions.takeUsual' : 'countyRules.versions.take', { number: row.version }) }}
              </button>
            }
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    /* In a panel of its own nothing stands above it. */
    :host:first-child .section-title {
      margin-block-start: 0;
    }
    .versions {
      list-style: none;
      margin: var(--space-3) 0 0;
      padding: 0;
    }
    li {
      padding-block: var(--space-3);
      border-block-start: 1px solid var(--hairline);
    }
    p {
      margin: 0;
    }
    .differences {
      display: grid;
      gap: var(--space-1);
      margin: var(--space-2) 0 0;
    }
    dt {
      color: var(--muted);
      font-size: var(--text-small);
    }
    dd {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
      margin: 0;
    }
    del {
      color: var(--muted);
    }
    ins {
      font-weight: 600;
      text-decoration: none;
    }
  `,
})
export class RuleVersions {
  protected readonly t = injectText();
  readonly versions = input.required<readonly ListedVersion[]>();
  readonly inForce = input.required<number | null>();
  /** A version in words, line by line. */
  readonly lines = input.required<(version: ListedVersion) => readonly RuleLine[]>();
  /** Somebody wants to write this version again. */
  /** Whether the reader may bring a version back. */
  readonly mayRestore = input(true);
  readonly restore = output<number>();

  protected readonly against = signal<'before' | 'inForce'>('before');
  protected readonly rows = computed(() => {
    const [versions, lines, held] = [this.versions(), this.lines(), this.versions().find(({ version }) => version === this.inForce())];
    return versions.map((one, index) => {
      const other = this.against() === 'before' ? versions[index + 1] : held;
      return { ...one, differences: other && other !== one ? differencesBetween(lines(other), lines(one)) : [] };
    });
  });
}
