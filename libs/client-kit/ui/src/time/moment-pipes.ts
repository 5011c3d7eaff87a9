import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Language } from '../texts/language';
import type { LanguageCode } from '../texts/language-code';
import { bornText, clockText, dayText, momentText, plainDayText, relativeText, type Moment } from './moments';

/** Not pure, because the language may change; every one of them is cheap. */
abstract class MomentPipe {
  private readonly language = inject(Language);
  protected abstract say(moment: Moment, code: LanguageCode): string;

  transform(moment: Moment | null | undefined): string {
    return moment === null || moment === undefined || moment === '' ? '–' : this.say(moment, this.language.current());
  }
}

/** `Di., 24.11.2026` */
@Pipe({ name: 'day', pure: false })
export class DayPipe extends MomentPipe implements PipeTransform {
  protected say = dayText;
}

/** `24.11.2026`, for birth dates and tight columns. */
@Pipe({ name: 'plainDay', pure: false })
export class PlainDayPipe extends MomentPipe implements PipeTransform {
  protected say = plainDayText;
}

/** `geboren am 24.11.1952`; with `short` as lists say it. */
@Pipe({ name: 'born', pure: false })
export class BornPipe implements PipeTransform {
  private readonly language = inject(Language);

  transform(born: string | null | undefined, form: 'long' | 'short' = 'long'): string {
    return born ? bornText(born, this.language.current(), form) : '–';
  }
}

/** `Di., 24.11.2026, 10:00 Uhr` */
@Pipe({ name: 'moment', pure: false })
export class MomentTextPipe extends MomentPipe implements PipeTransform {
  protected say = momentText;
}

/** `10:00 Uhr` */
@Pipe({ name: 'clock', pure: false })
export class ClockPipe extends MomentPipe implements PipeTransform {
  protected say = clockText;
}

/** `vor 3 Tagen`; in detail views only together with the absolute date. */
@Pipe({ name: 'relative', pure: false })
export class RelativePipe extends MomentPipe implements PipeTransform {
  protected say = (moment: Moment, code: LanguageCode) => relativeText(moment, code);
}
