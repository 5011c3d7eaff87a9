import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import {
  Chip,
  Control,
  DayField,
  Field,
  Icon,
  injectText,
  Language,
  Loaded,
  Page,
  plainDayText,
  ProblemSummary,
  State,
  Toasts,
} from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { previewLetter } from '@lotse/referral/model';
import {
  changeLetterTemplate,
  letterKinds,
  readLetterTemplates,
  type LetterKind,
  type LetterLanguage,
  type LetterTemplate,
  type LetterText,
} from '@lotse/region/model';

/** `/verwaltung/vorlagen`: the county's own words in letters, with the letter beside them. */
@Component({
  selector: 'lotse-letter-templates-page',
  imports: [Chip, Control, DayField, Field, Icon, Loaded, Page, ProblemSummary, State],
  templateUrl: './letter-templates-page.html',
  styleUrl: './letter-templates-page.css',
})
export class LetterTemplatesPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly screen = inject(Language);

  protected readonly kinds = letterKinds;
  protected readonly templates = this.api.read(readLetterTemplates, () => ({}));
  protected readonly kind = signal<LetterKind>('referral');
  protected readonly language = signal<LetterLanguage>('de');
  protected readonly chosen = computed(() =>
    this.templates.hasValue()
      ? this.templates.value().items.find(({ kind, language }) => kind === this.kind() && language === this.language())
      : undefined,
  );
  /** What is being written; begins anew with another letter. */
  protected readonly text = linkedSignal<LetterText>(() => this.chosen()?.text ?? { subject: '', opening: '', closing: '' });
  protected readonly effectiveFrom = signal(calendarDayOf(new Date()));
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly looking = signal(false);
  protected readonly seen = linkedSignal<unknown, { of: LetterText; picture: string; document: string } | undefined>({
    source: () => `${this.kind()} ${this.language()}`,
    computation: () => undefined,
  });
  protected readonly isOutdated = computed(() => this.seen() !== undefined && this.seen()!.of !== this.text());
  protected readonly labels = computed(() => ({
    'text.subject': this.t('letterTemplates.subject'),
    'text.opening': this.t('letterTemplates.opening'),
    'text.closing': this.t('letterTemplates.closing'),
    effectiveFrom: this.t('letterTemplates.effectiveFrom'),
  }));

  protected choose(kind: string, language: string): void {
    this.kind.set(kind as LetterKind);
    this.language.set(language as LetterLanguage);
    this.problem.set(undefined);
  }

  protected write(field: keyof LetterText, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.text.update((text) => ({ ...text, [field]: value }));
  }

  /** As it is written in a text. */
  protected braced(name: string): string {
    return `{{${name}}}`;
  }

  protected take(text: LetterText): void {
    this.text.set(text);
  }

  protected nameOf({ version, effectiveFrom, text }: LetterTemplate): string {
    const values = { number: version, day: plainDayText(effectiveFrom, this.screen.current()) };
    return this.t(text ? 'letterTemplates.version' : 'letterTemplates.versionUsual', values);
  }

  protected async look(): Promise<void> {
    if (this.looking()) return;
    this.looking.set(true);
    this.problem.set(undefined);
    const [of, kind, language] = [this.text(), this.kind(), this.language()];
    try {
      const { picture, document } = await this.api.send(previewLetter, { body: { kind, language, text: of } });
      this.seen.set({ of, picture: `data:image/png;base64,${picture}`, document: `data:application/pdf;base64,${document}` });
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.looking.set(false);
    }
  }

  protected save(text: LetterText | null): Promise<void> {
    return this.send(text, text ? 'letterTemplates.saved' : 'letterTemplates.backDone');
  }

  private async send(text: LetterText | null, done: string): Promise<void> {
    if (this.busy() || !this.templates.hasValue()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const body = { kind: this.kind(), language: this.language(), effectiveFrom: this.effectiveFrom(), text };
    try {
      await this.api.send(changeLetterTemplate, { version: this.templates.value().version, body });
      this.toasts.show(this.t(done));
      this.templates.reload();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
