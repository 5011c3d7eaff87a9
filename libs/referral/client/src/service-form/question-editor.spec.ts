import { HttpTestingController } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import type { ServiceQuestion } from '@lotse/directory/model';
import { QuestionEditor } from './question-editor';
import german from './texts/de.json';

const id = '018f0000-0000-7000-8000-000000000001';
const asked = (key: string): ServiceQuestion => ({
  key, kind: 'text', titleDe: `Frage ${key}`, titleEn: `Question ${key}`, helpDe: null, helpEn: null, required: false, part: 'diagnosis', choices: [],
}); // prettier-ignore
const form = (version: number, questions: ServiceQuestion[]) => ({
  serviceId: id, version, questions, schema: {}, changedAt: '2026-11-20T08:00:00.000Z', changedBy: 'Milena Kovač',
}); // prettier-ignore

async function open(questions: ServiceQuestion[]) {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), ...provideTestKit({ serviceForm: german })] });
  const fixture = TestBed.createComponent(QuestionEditor);
  fixture.componentRef.setInput('serviceId', id);
  const http = TestBed.inject(HttpTestingController);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    fixture.detectChanges();
    await fixture.whenStable();
    fixture.detectChanges();
  };
  fixture.detectChanges();
  http.expectOne(`/api/services/${id}/questions`).flush(form(3, questions));
  await settle();
  const titles = () => [...element.querySelectorAll('lotse-ordered-item h3')].map(({ textContent }) => textContent!.trim());
  const preview = () => [...element.querySelectorAll('.preview label')].map(({ textContent }) => textContent!.trim());
  const button = (text: string) =>
    [...element.querySelectorAll('button')].find((one) => one.textContent!.includes(text) || one.ariaLabel === text)!;
  return { http, element, settle, titles, preview, button };
}

describe('the questions of a service', () => {
  it('are moved by keyboard, shown as the form will ask them, and every step can be taken back', async () => {
    const { element, settle, titles, preview, button } = await open([asked('a'), asked('b')]);
    expect(titles()).toEqual(['1. Frage a', '2. Frage b']);
    const first = element.querySelector('lotse-ordered-item input')!;
    first.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    await settle();
    expect(titles()).toEqual(['1. Frage b', '2. Frage a']);
    expect(preview()).toEqual([expect.stringContaining('Frage b'), expect.stringContaining('Frage a')]);
    button('1. Frage b entfernen').click();
    await settle();
    expect(titles()).toEqual(['1. Frage a']);
    button('Rückgängig').click();
    await settle();
    button('Rückgängig').click();
    await settle();
    expect(titles()).toEqual(['1. Frage a', '2. Frage b']);
  });

  it('say what is missing, and are sent in the version that was looked at', async () => {
    const { http, element, settle, button } = await open([asked('a')]);
    button('Frage hinzufügen').click();
    await settle();
    const save = async () => {
      element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    await save();
    expect(http.match(({ method }) => method === 'PUT')).toHaveLength(0);
    expect(element.querySelectorAll('.field-error')).toHaveLength(2);
    for (const [name, value] of [
      ['titleDe', 'Seit wann?'],
      ['titleEn', 'Since when?'],
    ]) {
      const input = element.querySelector<HTMLInputElement>(`[id="field-questions-1-${name}"]`)!;
      input.value = value!;
      input.dispatchEvent(new Event('input'));
      await settle();
    }
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    const sent = http.expectOne(({ method }) => method === 'PUT');
    expect(sent.request.headers.get('if-match')).toBe('"3"');
    expect((sent.request.body as { questions: ServiceQuestion[] }).questions.map(({ key }) => key)).toEqual(['a', 'since_when']);
  });
});
