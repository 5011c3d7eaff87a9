import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import type { Answers, ServiceQuestion } from '@lotse/directory/model';
import type { Ptv11 } from '@lotse/referral/model';
import { ExtraQuestions } from './extra-questions';
import { Ptv11Fields } from './ptv11-fields';
import { QualityHintList } from './quality-hint-list';
import { QualityHints } from './quality-hints';

const serviceId = '018f0000-0000-7000-8000-000000000001';
const tick = () => new Promise((resolve) => setTimeout(resolve, 20));
const base = { helpDe: null, helpEn: null, required: false, part: 'contact' as const, choices: [] };
const question = (key: string, kind: ServiceQuestion['kind'], more: Partial<ServiceQuestion> = {}): ServiceQuestion => ({
  ...base,
  key,
  kind,
  titleDe: `${key}?`,
  titleEn: `${key} (en)?`,
  ...more,
});
const choices = [
  { value: 'bus', de: 'Mit dem Bus', en: 'By bus' },
  { value: 'car', de: 'Mit dem Auto', en: 'By car' },
];

describe('what a service asks besides', () => {
  function asked(questions: ServiceQuestion[], answers: Answers = {}) {
    TestBed.configureTestingModule({ providers: [provideTestKit()] });
    const fixture = TestBed.createComponent(ExtraQuestions);
    fixture.componentRef.setInput('questions', questions);
    fixture.componentRef.setInput('answers', answers);
    const told: Answers[] = [];
    fixture.componentInstance.answersChange.subscribe((one) => told.push(one));
    fixture.detectChanges();
    return { element: fixture.nativeElement as HTMLElement, told };
  }

  it('each kind has its control, in the language of the screen', () => {
    const kinds = ['text', 'number', 'choice', 'choices', 'yes_no', 'date'] as const;
    const { element } = asked(kinds.map((kind) => question(kind, kind, { choices: kind.startsWith('choice') ? choices : [] })));
    expect(
      element.querySelectorAll('textarea, input[type=number], select, lotse-check-list, lotse-radio-group, lotse-day-field'),
    ).toHaveLength(6);
    for (const kind of kinds) expect(element.textContent).toContain(`${kind}?`);
    expect(element.textContent).toContain('Mit dem Bus');
  });

  it('what is emptied was not answered, and other answers stay', () => {
    const { element, told } = asked([question('aim', 'text'), question('way', 'choice', { choices })], { aim: 'Schlaf', way: 'bus' });
    const text = element.querySelector('textarea')!;
    text.value = '';
    text.dispatchEvent(new Event('input'));
    const way = element.querySelector('select')!;
    way.value = 'car';
    way.dispatchEvent(new Event('change'));
    expect(told).toEqual([{ way: 'bus' }, { aim: 'Schlaf', way: 'car' }]);
  });
});

describe('what a service often asks back for', () => {
  beforeEach(() => sessionStorage.clear());

  it('is said as long as it is not written, and can be put away', async () => {
    TestBed.configureTestingModule({ providers: [provideTestKit(), QualityHints] });
    const fixture = TestBed.createComponent(QualityHintList);
    fixture.componentRef.setInput('pieces', ['phone', 'medication']);
    TestBed.inject(QualityHints).serviceId.set(serviceId);
    const settle = async () => {
      fixture.detectChanges();
      await tick();
      fixture.detectChanges();
    };
    await settle();
    const hint = { amount: 4, share: 40, texts: ['Mit Dosis?'] };
    const request = TestBed.inject(HttpTestingController).expectOne(({ url }) => url.includes(serviceId));
    request.flush({ items: ['phone', 'medication', 'availability'].map((piece) => ({ ...hint, piece })) });
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelectorAll('.hint')).toHaveLength(2);
    fixture.componentRef.setInput('written', ['phone']);
    await settle();
    expect(element.textContent).toContain('„Mit Dosis?“');
    element.querySelector('button')!.click();
    await settle();
    expect(element.querySelectorAll('.hint')).toHaveLength(0);
    expect(sessionStorage.getItem('lotse.hints')).toContain('medication');
  });
});

describe('PTV 11', () => {
  const empty: Ptv11 = {
    dates: [],
    noDisorder: false,
    recommendations: [],
    methods: [],
    details: null,
    next: null,
    promptNeeded: null,
    copyTo: null,
  };

  function form(value: Ptv11) {
    TestBed.configureTestingModule({ providers: [provideTestKit()] });
    const fixture = TestBed.createComponent(Ptv11Fields);
    fixture.componentRef.setInput('value', value);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('asks for the method only where psychotherapy is recommended, and has nothing chosen beforehand', () => {
    const element = form(empty);
    expect(element.querySelectorAll('lotse-check-list')).toHaveLength(1);
    expect(element.querySelectorAll('input:checked')).toHaveLength(0);
    TestBed.resetTestingModule();
    expect(form({ ...empty, recommendations: ['outpatient_psychotherapy'] }).querySelectorAll('lotse-check-list')).toHaveLength(2);
  });
});
