import { Component, computed, inject, linkedSignal, model, output, signal } from '@angular/core';
import {
  changeSchedule,
  clinicianSexSchema,
  createSchedule,
  scheduleKindSchema,
  type Schedule,
  type WrittenSchedule,
} from '@lotse/calendar/model';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, Dialog, Field, type FoundError, injectText, ProblemSummary, RadioGroup, Toasts } from '@lotse/client-kit/ui';
import { findOwnServices } from '@lotse/directory/model';
import { Colleagues } from '@lotse/identity/client';
import { readRegion } from '@lotse/region/model';

/** Languages that are asked for most often; others stay when they are there already. */
const usual = ['de', 'en', 'fr', 'tr', 'ru', 'uk', 'ar', 'it', 'pl', 'ro', 'fa'];

const nothing: WrittenSchedule = {
  name: '', kind: 'clinician', serviceId: '', staffId: null, clinicianSex: null, languages: ['de'], municipalityKey: null, place: null,
}; // prettier-ignore

/** A schedule is made or changed. */
@Component({
  selector: 'lotse-keep-schedule',
  imports: [Checkbox, Control, Dialog, Field, ProblemSummary, RadioGroup],
  templateUrl: './keep-schedule.html',
})
export class KeepSchedule {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly colleagues = inject(Colleagues);

  /** The one that is changed, or that a new one is wanted; the dialog is open as long as there is either. */
  readonly asked = model<Schedule | 'new' | undefined>();
  readonly kept = output();

  private readonly services_ = this.api.read(findOwnServices, () => (this.asked() ? {} : undefined));
  private readonly region = this.api.read(readRegion, () => (this.asked() ? {} : undefined));
  protected readonly services = computed(() => (this.services_.hasValue() ? this.services_.value().items : []));
  protected readonly municipalities = computed(() => (this.region.hasValue() ? this.region.value().municipalities : []));
  protected readonly form = linkedSignal<Schedule | 'new' | undefined, WrittenSchedule>({ source: this.asked, computation: formOf });
  protected readonly problem = linkedSignal<unknown, ApiProblem | undefined>({ source: this.asked, computation: () => undefined });
  protected readonly errors = linkedSignal<unknown, readonly FoundError[]>({ source: this.asked, computation: () => [] });
  protected readonly busy = signal(false);
  protected readonly kinds = computed(() =>
    scheduleKindSchema.options.map((value) => ({ value, label: this.t(`calendar.schedules.kinds.${value}`) })),
  );
  protected readonly sexes = computed(() => [
    { value: '', label: this.t('calendar.schedules.sexes.none') },
    ...clinicianSexSchema.options.map((value) => ({ value, label: this.t(`calendar.schedules.sexes.${value}`) })),
  ]);
  protected readonly languages = computed(() => {
    const names = new Intl.DisplayNames([this.t('calendar.locale')], { type: 'language' });
    return [...new Set([...usual, ...this.form().languages])].map((code) => ({ code, name: names.of(code) ?? code }));
  });

  protected set(change: Partial<WrittenSchedule>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected speaks = (code: string): boolean => this.form().languages.includes(code);

  protected turn(code: string, isOn: boolean): void {
    const others = this.form().languages.filter((one) => one !== code);
    this.set({ languages: isOn ? [...others, code] : others });
  }

  protected errorOf = (name: string): string | undefined => this.errors().find((error) => error.name === name)?.text;

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    const [asked, form] = [this.asked(), this.form()];
    const isWrong = { name: form.name.trim().length < 2, serviceId: form.serviceId === '', languages: form.languages.length === 0 };
    const wrong = (['name', 'serviceId', 'languages'] as const).filter((name) => isWrong[name]);
    this.errors.set(wrong.map((name) => ({ name, text: this.t(`calendar.schedules.error.${name}`) })));
    if (wrong.length > 0) return;
    const body = { ...form, place: form.place?.trim() || null };
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      if (asked && asked !== 'new') await this.api.send(changeSchedule, { params: { id: asked.id }, version: asked.version, body });
      else await this.api.send(createSchedule, { body });
      this.toasts.show(this.t('calendar.schedules.saved', { name: form.name }));
      this.kept.emit();
      this.asked.set(undefined);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}

function formOf(asked: Schedule | 'new' | undefined): WrittenSchedule {
  if (!asked || asked === 'new') return nothing;
  const { name, kind, serviceId, staffId, clinicianSex, languages, municipalityKey, place } = asked;
  return { name, kind, serviceId, staffId, clinicianSex, languages, municipalityKey, place };
}
