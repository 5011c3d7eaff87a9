import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '@lotse/client-kit/api';
import {
  Chip,
  clockText,
  Control,
  dayText,
  Fact,
  Field,
  injectText,
  Language,
  Loaded,
  momentText,
  MomentTextPipe,
  Page,
  plainDayText,
  State,
} from '@lotse/client-kit/ui';
import { readBreakGlassReviews, type BreakGlassReview } from '@lotse/people/model';
import { EmergencyLimits } from './emergency-limits';
import { ReviewDialog } from './review-dialog';

const states = ['open', 'done', 'nobody'] as const;
type ReviewState = (typeof states)[number];

/** `/verwaltung/pruefungen`: accesses in an emergency, those overdue first. Whom they were about is not said here. */
@Component({
  selector: 'lotse-reviews-page',
  imports: [Chip, Control, EmergencyLimits, Fact, Field, Loaded, MomentTextPipe, Page, ReviewDialog, State],
  templateUrl: './reviews-page.html',
})
export class ReviewsPage {
  protected readonly t = injectText();
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  readonly state = input<string>();
  protected readonly states = states;
  protected readonly shown = computed<ReviewState>(() => states.find((one) => one === this.state()) ?? 'open');
  protected readonly list = inject(Api).read(readBreakGlassReviews, () => ({ query: { state: this.shown() } }));
  protected readonly chosen = signal<BreakGlassReview | undefined>(undefined);
  protected readonly reviewing = signal(false);

  protected show(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    void this.router.navigate([], { queryParams: { state: value === 'open' ? null : value }, replaceUrl: true });
  }

  protected review(item: BreakGlassReview): void {
    this.chosen.set(item);
    this.reviewing.set(true);
  }

  protected dueText({ isOverdue, reviewDueOn }: BreakGlassReview): string {
    return this.t(isOverdue ? 'breakGlass.reviews.overdue' : 'breakGlass.reviews.due', {
      day: plainDayText(reviewDueOn, this.language.current()),
    });
  }

  /** From when until when; the day is said once. */
  protected openFor({ openedAt, endedAt }: BreakGlassReview): string {
    const code = this.language.current();
    const sameDay = dayText(openedAt, code) === dayText(endedAt, code);
    return `${momentText(openedAt, code)} – ${sameDay ? clockText(endedAt, code) : momentText(endedAt, code)}`;
  }

  protected partsOf({ parts }: BreakGlassReview): string {
    return parts.map((part) => this.t(`breakGlass.part.${part}`)).join(', ');
  }
}
