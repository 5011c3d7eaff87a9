import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, resource } from '@angular/core';
import { dayText, injectText, Language, Page, START_TILES, type StartTile, Tile } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { placesFor } from '../frame/places';
import { greetingAt } from './greeting';

/** `/start`: what is due, and the ways into one's worklists. Domains bring their tiles; a place without one gets a plain tile. */
@Component({
  selector: 'lotse-start-page',
  imports: [NgComponentOutlet, Page, Tile],
  template: `
    <lotse-page [title]="greeting()" [lead]="lead()">
      <div class="start-dues">
        @for (due of dues.value(); track $index) {
          <ng-container *ngComponentOutlet="due" />
        }
      </div>
      <section class="start-section" [attr.aria-label]="t('start.tiles')">
        <h2 class="section-title">{{ t('start.tiles') }}</h2>
        <div class="tiles">
          @for (tile of tiles.value(); track $index) {
            <ng-container *ngComponentOutlet="tile" />
          }
          @for (place of plainPlaces(); track place.path) {
            <lotse-tile [link]="place.path" [label]="t(place.label)" [icon]="place.icon" [note]="place.note && t(place.note)" />
          }
        </div>
      </section>
    </lotse-page>
  `,
})
export class StartPage {
  protected readonly t = injectText();
  private readonly session = inject(CurrentSession);
  private readonly language = inject(Language);
  private readonly mine = (inject(START_TILES, { optional: true }) ?? [])
    .flat()
    .filter((tile) => this.session.may(tile.permission))
    .sort((one, other) => one.order - other.order);

  protected readonly dues = resource({ loader: () => loadAll(this.mine, 'due'), defaultValue: [] });
  protected readonly tiles = resource({ loader: () => loadAll(this.mine, 'tile'), defaultValue: [] });
  protected readonly greeting = computed(() => {
    const name = this.session.session()?.staff.displayName ?? '';
    return this.t(`start.greeting.${greetingAt(new Date())}`, { name });
  });
  protected readonly lead = computed(() => {
    const day = dayText(Date.now(), this.language.current());
    return [day, this.session.session()?.organisation.name].filter(Boolean).join(' · ');
  });
  protected readonly plainPlaces = computed(() => {
    const brought = new Set(this.mine.filter(({ area }) => area === 'tile').map(({ permission }) => permission));
    return placesFor((permission) => this.session.may(permission)).filter(
      ({ path, permissions }) => path !== '/start' && !permissions.some((permission) => brought.has(permission)),
    );
  });
}

/** A tile that cannot be loaded is left out; the others are not its business. */
async function loadAll(tiles: readonly StartTile[], area: StartTile['area']) {
  const loaded = await Promise.allSettled(tiles.filter((tile) => tile.area === area).map((tile) => tile.load()));
  return loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
