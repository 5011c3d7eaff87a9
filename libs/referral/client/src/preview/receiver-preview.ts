import { Component, computed, inject, input } from '@angular/core';
import { BornPipe, Fact, Icon, injectText, Language, plainDayText } from '@lotse/client-kit/ui';
import type { ServiceQuestion } from '@lotse/directory/model';
import { HiddenParts, NotReleased } from '@lotse/people/client';
import type { DataPart } from '@lotse/people/model';
import type { Delivered } from '@lotse/referral/model';
import { answerLines, contentLines } from '../words/content-lines';
import { County } from '../words/county';

interface Line {
  readonly term: string;
  readonly text: string;
  readonly isHidden: boolean;
}

/** A referral as its receiver sees it: what is delivered, and what is not, by name. */
@Component({
  selector: 'lotse-receiver-preview',
  imports: [BornPipe, Fact, HiddenParts, Icon, NotReleased],
  template: `
    <p class="lead"><lotse-icon name="eye" [size]="16" />{{ t('referral.preview.lead', { name: recipient() }) }}</p>
    <dl class="facts">
      <div lotseFact [term]="t('referral.party.person')">
        <span>{{ delivered().personName || '–' }}</span>
        @if (delivered().birthDate; as day) {
          <br /><span class="muted">{{ day | born }}</span>
        }
      </div>
      @for (line of lines(); track line.term) {
        <div lotseFact [term]="line.term">
          @if (line.isHidden) {
            <lotse-not-released />
          } @else {
            <span class="written">{{ line.text }}</span>
          }
        </div>
      }
    </dl>
    <lotse-hidden-parts [hidden]="delivered().hidden" />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
    .lead {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      color: var(--muted);
    }
    .written {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ReceiverPreview {
  protected readonly t = injectText();
  private readonly county = inject(County);
  readonly delivered = input.required<Delivered>();
  readonly recipient = input.required<string>();

  readonly asked = input<readonly ServiceQuestion[]>([]);
  private readonly language = inject(Language);

  /** What is always named, filled in or not; the rest only where something was written. */
  private further(): Line[] {
    const { content, hidden } = this.delivered();
    const wording = { t: this.t, language: this.language.current(), day: (day: string) => plainDayText(day, this.language.current()) };
    const always: readonly DataPart[] = ['medication', 'notes', 'risk'];
    return [...contentLines(content, wording), ...answerLines(content, this.asked(), wording)]
      .filter(({ text, part }) => text !== '' || always.includes(part))
      .map(({ term, text, part }) => ({ term, text: text || '–', isHidden: hidden.includes(part) }));
  }

  protected readonly lines = computed<Line[]>(() => {
    const { person, content, hidden } = this.delivered();
    const line = (term: string, text: string | null, part: DataPart): Line => ({
      term: this.t(term),
      text: text || '–',
      isHidden: hidden.includes(part),
    });
    const address = [person.street, person.postcode].filter(Boolean).join(', ');
    const code = content.diagnosisCode ? ` (${content.diagnosisCode})` : '';
    const certainty = content.certainty ? ` · ${this.t(`referral.certainty.${content.certainty}`)}` : '';
    return [
      line('referral.new.field.kvnr', person.kvnr, 'identity'),
      line('referral.party.phone', person.phone, 'contact'),
      line('referral.party.address', address, 'contact'),
      line('referral.content.reason', this.county.reasonText(content.reason), 'diagnosis'),
      line('referral.content.question', content.question, 'diagnosis'),
      line('referral.content.diagnosis', content.diagnosis && content.diagnosis + code + certainty, 'diagnosis'),
      ...this.further(),
    ];
  });
}
