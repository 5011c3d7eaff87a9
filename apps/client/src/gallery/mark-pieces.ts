import { daysAfter } from '@lotse/kernel';
import { Component } from '@angular/core';
import {
  Chip,
  ClockPipe,
  DayPipe,
  DeadlineRibbon,
  Fact,
  Icon,
  Journey,
  MomentTextPipe,
  PlainDayPipe,
  RelativePipe,
  Tile,
  type JourneyStep,
  type Tone,
} from '@lotse/client-kit/ui';

const inDays = (days: number): string => daysAfter(Date.now(), days).toISOString();

/** What says how something stands. */
@Component({
  selector: 'lotse-mark-pieces',
  imports: [Chip, ClockPipe, DayPipe, DeadlineRibbon, Fact, Icon, Journey, MomentTextPipe, PlainDayPipe, RelativePipe, Tile],
  template: `
    <h2>Marken</h2>
    <div class="cluster">
      @for (tone of tones; track tone) {
        <lotse-chip [tone]="tone">{{ tone }}</lotse-chip>
      }
      <lotse-chip tone="info" icon="languages">Dolmetschen: Farsi</lotse-chip>
    </div>
    <h2>Fristband</h2>
    @for (variant of variants; track variant) {
      <h3>{{ variant }}</h3>
      @for (state of deadlines; track $index) {
        <lotse-deadline-ribbon
          [variant]="variant"
          [label]="variant === 'header' ? 'Erstkontakt' : undefined"
          [scale]="variant === 'chart' ? 60 : undefined"
          [start]="state.start"
          [due]="state.due"
          [pausedSince]="state.pausedSince"
          [metOn]="state.metOn"
        />
      }
    }
    <h2>Weg</h2>
    <lotse-journey [steps]="steps" />
    <h2>Angaben</h2>
    <dl class="facts is-two">
      <div lotseFact term="Tag">{{ now | day }}</div>
      <div lotseFact term="Tag ohne Namen">{{ now | plainDay }}</div>
      <div lotseFact term="Zeitpunkt">{{ now | moment }}</div>
      <div lotseFact term="Uhrzeit">{{ now | clock }}</div>
      <div lotseFact term="Abstand">{{ yesterday | relative }}</div>
      <div lotseFact term="Etwas mit einem langen Namen">Donaudampfschifffahrtsgesellschaftskapitänspatent</div>
    </dl>
    <h2>Kacheln</h2>
    <div class="tiles">
      <lotse-tile link="/galerie" label="Eingang" icon="inbox" [count]="23" note="4 davon überfällig" />
      <lotse-tile link="/galerie" label="Warteliste" icon="list-ordered" />
    </div>
    <div class="cluster"><lotse-icon name="siren" /><lotse-icon name="siren" [size]="24" /><lotse-icon name="siren" [size]="14" /></div>
  `,
})
export class MarkPieces {
  protected readonly tones: readonly Tone[] = ['done', 'due', 'overdue', 'paused', 'info', 'emergency', 'plain'];
  protected readonly variants = ['row', 'header', 'chart'] as const;
  protected readonly now = inDays(0);
  protected readonly yesterday = inDays(-1);
  protected readonly deadlines: readonly { start: string; due: string; pausedSince?: string; metOn?: string }[] = [
    { start: inDays(-10), due: inDays(18) },
    { start: inDays(-20), due: inDays(2) },
    { start: inDays(-40), due: inDays(-12) },
    { start: inDays(-20), due: inDays(8), pausedSince: inDays(-6) },
    { start: inDays(-20), due: inDays(8), metOn: inDays(-1) },
  ];
  protected readonly steps: readonly JourneyStep[] = [
    { label: 'Gesendet', state: 'done', note: '11.11.2026' },
    { label: 'In Prüfung', state: 'jumped' },
    { label: 'Angenommen', state: 'current', note: 'Wartet auf: Praxis Brugger' },
    { label: 'Termin', state: 'open' },
    { label: 'Zurückgezogen', state: 'stopped' },
  ];
}
