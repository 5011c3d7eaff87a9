import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chip, DayPipe, Icon, injectText, Language, type IconName, type Tone } from '@lotse/client-kit/ui';
import type { Service } from '@lotse/directory/model';
import { BesideServiceMarks } from '../beside-service';
import { isStale } from './directory-filters';

const marks: Readonly<Record<Service['capacity'], { tone: Tone; icon: IconName }>> = {
  capacity: { tone: 'done', icon: 'check' },
  waiting_list: { tone: 'due', icon: 'hourglass' },
  no_capacity: { tone: 'overdue', icon: 'ban' },
  assessment_required: { tone: 'info', icon: 'message-circle' },
};

/** One help offer: what it is, for whom, whether there is room, how long it takes, how far away, how sure that is. */
@Component({
  selector: 'lotse-service-card',
  imports: [BesideServiceMarks, Chip, DayPipe, Icon, RouterLink],
  template: `
    <header class="card-head">
      <div>
        <h2 class="card-title">{{ offer().name }}</h2>
        <p class="card-sub">{{ offer().organisationName }} · {{ t('directory.kind.' + offer().category) }}</p>
      </div>
      <lotse-chip [tone]="mark().tone" [icon]="mark().icon">{{ t('directory.capacity.' + offer().capacity) }}</lotse-chip>
    </header>
    <p class="card-text">{{ description() }}</p>
    <lotse-beside-service [serviceId]="offer().id" />
    <ul class="card-facts">
      <li><lotse-icon name="hourglass" [size]="16" />{{ waitText() }}</li>
      <li><lotse-icon name="users" [size]="16" />{{ ageText() }}</li>
      <li><lotse-icon name="map-pin" [size]="16" />{{ placeText() }}</li>
      @if (offer().phone; as phone) {
        <li>
          <lotse-icon name="phone" [size]="16" /><a [href]="'tel:' + phone">{{ phone }}</a>
        </li>
      }
    </ul>
    <footer class="card-foot">
      <p class="card-confirmed" [class.is-stale]="stale()">
        <lotse-icon [name]="stale() ? 'triangle-alert' : 'check'" [size]="15" />
        {{ t(stale() ? 'directory.stale' : 'directory.confirmed') }} {{ offer().confirmedOn | day }}
      </p>
      @if (mayWrite()) {
        <a
          class="button is-text"
          routerLink="/verwaltung/angebote"
          [queryParams]="{ service: offer().id }"
          [attr.aria-label]="t('directory.writeOf', { name: offer().name })"
        >
          <lotse-icon name="pencil" [size]="16" />{{ t('directory.write') }}
        </a>
      }
      @if (mayRefer() && offer().acceptsReferrals) {
        <a
          class="button"
          routerLink="/zuweisungen/neu"
          [queryParams]="{ service: offer().id }"
          [attr.aria-label]="t('directory.referTo', { name: offer().name })"
        >
          <lotse-icon name="send" [size]="16" />{{ t('directory.refer') }}
        </a>
      }
    </footer>
  `,
  host: { class: 'card' },
})
export class ServiceCard {
  protected readonly t = injectText();
  private readonly language = inject(Language);

  readonly offer = input.required<Service>();
  readonly mayRefer = input(false);
  /** Whether one writes what it asks. */
  readonly mayWrite = input(false);

  protected readonly mark = computed(() => marks[this.offer().capacity]);
  protected readonly stale = computed(() => isStale(this.offer().confirmedOn));
  protected readonly description = computed(() =>
    this.language.current() === 'de' ? this.offer().descriptionDe : this.offer().descriptionEn,
  );
  protected readonly waitText = computed(() => {
    const { expectedWaitWeeks: weeks, expectedWaitNote: note } = this.offer();
    const wait = weeks === null ? this.t('directory.waitUnknown') : this.t('directory.wait', { count: weeks });
    return note === null ? wait : `${wait} · ${note}`;
  });
  protected readonly ageText = computed(() => {
    const { ageFrom: from, ageTo: to } = this.offer();
    if (to === null) return from === 0 ? this.t('directory.anyAge') : this.t('directory.ageFrom', { from });
    return this.t('directory.ageRange', { from, to });
  });
  protected readonly placeText = computed(() => {
    const { postcode, municipality, distanceKm } = this.offer();
    const distance = distanceKm === null ? '' : ` · ${this.t('directory.km', { km: this.kilometres(distanceKm) })}`;
    return `${postcode} ${municipality}${distance}`;
  });

  private kilometres(distance: number): string {
    return new Intl.NumberFormat(this.language.current(), { maximumFractionDigits: distance < 10 ? 1 : 0 }).format(distance);
  }
}
