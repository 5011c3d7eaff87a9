import type { EnquiryRow } from '@lotse/advice/model';
import { Component, input } from '@angular/core';
import { Chip, injectText, type IconName, type Tone } from '@lotse/client-kit/ui';

type State = EnquiryRow['state'];

const marks: Readonly<Record<State, readonly [Tone, IconName]>> = {
  provider_to_answer: ['info', 'hourglass'],
  referrer_to_add_info: ['due', 'circle-question-mark'],
  referrer_to_review: ['due', 'message-square-text'],
  closed: ['plain', 'check'],
  converted: ['done', 'send'],
  cancelled: ['plain', 'x'],
};

/** Where an enquiry stands, in words. */
@Component({
  selector: 'lotse-advice-state',
  imports: [Chip],
  template: `<lotse-chip [tone]="marks[state()][0]" [icon]="marks[state()][1]">{{ t('advice.state.' + state()) }}</lotse-chip>`,
})
export class StateMark {
  protected readonly t = injectText();
  protected readonly marks = marks;
  readonly state = input.required<State>();
}
