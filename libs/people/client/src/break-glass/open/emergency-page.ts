import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, type ApiProblem, apiProblemOf } from '@lotse/client-kit/api';
import { Checkbox, Control, controlIdOf, DayField, Failure, Field, injectText, Notice, Page, RadioGroup } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import {
  breakGlassReasonSchema,
  emergencyPartSchema,
  openBreakGlass,
  type BreakGlassReason,
  type EmergencyPart,
  type ExactlyWho,
} from '@lotse/people/model';
import { Running } from '../running';
import { AtOurs } from './at-ours';

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** `/notfall`: the reason first, then what is needed, then exactly who it is. */
@Component({
  selector: 'lotse-emergency-page',
  imports: [AtOurs, Checkbox, Control, DayField, Failure, Field, Notice, Page, RadioGroup, RouterLink],
  templateUrl: './emergency-page.html',
})
export class EmergencyPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly running = inject(Running);

  protected readonly valueOf = valueOf;
  protected readonly reason = signal('');
  protected readonly explanation = signal('');
  protected readonly parts = signal<readonly EmergencyPart[]>([]);
  protected readonly familyName = signal('');
  protected readonly givenName = signal('');
  protected readonly birthDate = signal('');
  protected readonly kvnr = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly answer = signal<AnswerOf<typeof openBreakGlass> | undefined>(undefined);

  protected readonly partChoices = emergencyPartSchema.options.filter((part) => part !== 'identity');
  protected readonly reasons = computed(() =>
    breakGlassReasonSchema.options.map((value) => ({ value, label: this.t(`breakGlass.reason.${value}`) })),
  );

  private readonly who = computed<ExactlyWho | undefined>(() => {
    if (this.kvnr().trim()) return { kvnr: this.kvnr().trim().toUpperCase() };
    const [familyName, givenName, birthDate] = [this.familyName().trim(), this.givenName().trim(), this.birthDate()];
    return familyName && birthDate ? { familyName, birthDate, ...(givenName ? { givenName } : {}) } : undefined;
  });

  /** What still has to be said, in the order of the form. Without a name and a day of birth it is the number that is missing, so the first of both says so. */
  private readonly lacks = computed<readonly string[]>(() => [
    ...(this.reason() === '' ? ['reason'] : []),
    ...(this.explanation().trim().length < 20 ? ['explanation'] : []),
    ...(this.who() === undefined ? [this.familyName().trim() ? 'who.birthDate' : 'who.familyName'] : []),
  ]);

  protected missing(field: 'reason' | 'explanation' | 'who.familyName' | 'who.birthDate'): string | undefined {
    if (!this.tried() || !this.lacks().includes(field)) return undefined;
    return this.t(`breakGlass.missing.${field.split('.')[0]}`);
  }

  protected choose(part: EmergencyPart, isChosen: boolean): void {
    this.parts.update((parts) => (isChosen ? [...parts, part] : parts.filter((one) => one !== part)));
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    this.answer.set(undefined);
    this.problem.set(undefined);
    const who = this.who();
    const [lack] = this.lacks();
    if (lack) document.getElementById(controlIdOf(lack))?.focus();
    if (this.busy() || !who || lack) return;
    this.busy.set(true);
    try {
      const body = {
        reason: this.reason() as BreakGlassReason,
        explanation: this.explanation(),
        parts: ['identity' as const, ...this.parts()],
        who,
      };
      const answer = await this.api.send(openBreakGlass, { body });
      this.answer.set(answer);
      this.running.reload();
      if (answer.opened) void this.router.navigate(['/notfall', answer.opened.id]);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
