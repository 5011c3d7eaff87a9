import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { ExportMenu } from './export-menu';
import type { ExportQuery } from './fetch-file';

const texts = {
  referral: {
    desk: {
      exportAs: { csv: 'Tabelle', json: 'Daten' },
      exportRows: { one: '1 Zeile', other: '{{ count }} Zeilen' },
      exportStop: 'Abbrechen',
    },
  },
};
const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('ExportMenu', () => {
  const [real, address] = [globalThis.fetch, URL.createObjectURL];
  let asked: { url: string; headers: Record<string, string> | undefined }[];
  let send: (text: string | undefined) => void;
  let saved: Blob[];

  beforeEach(() => {
    [asked, saved] = [[], []];
    URL.createObjectURL = (file) => (saved.push(file as Blob), 'blob:x');
    URL.revokeObjectURL = () => undefined;
    // What jsdom has not.
    HTMLElement.prototype.hidePopover = () => undefined;
    HTMLAnchorElement.prototype.click = () => undefined;
    globalThis.fetch = ((url: string, { headers }: { headers?: Record<string, string> }) => {
      asked.push({ url, headers });
      const waiting: ((read: object) => void)[] = [];
      const early: object[] = [];
      send = (text) => {
        const read = text === undefined ? { done: true } : { done: false, value: new TextEncoder().encode(text) };
        const next = waiting.shift();
        if (next) next(read);
        else early.push(read);
      };
      const read = () => new Promise((resolve) => (early.length > 0 ? resolve(early.shift()!) : waiting.push(resolve)));
      const head = new Map([['content-disposition', 'attachment; filename="zuweisungen.csv"']]);
      return Promise.resolve({ ok: true, headers: head, body: { getReader: () => ({ read }) } });
    }) as unknown as typeof fetch;
  });
  afterEach(() => {
    globalThis.fetch = real;
    URL.createObjectURL = address;
  });

  const shown = async (query: ExportQuery) => {
    TestBed.configureTestingModule({ providers: [provideTestKit(texts)] });
    const fixture = TestBed.createComponent(ExportMenu);
    fixture.componentRef.setInput('label', 'Export');
    fixture.componentRef.setInput('query', query);
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    const text = async () => (await tick(), fixture.detectChanges(), element.textContent!.replace(/\s+/g, ' ').trim());
    return { element, text };
  };

  it('offers both, says how much has come, and keeps the whole', async () => {
    const { element, text } = await shown({ box: 'inbox', text: 'Müller', mine: undefined });
    const [csv, json] = [...element.querySelectorAll<HTMLElement>('.menu-item')];
    expect([csv!.textContent, json!.textContent]).toEqual(['Tabelle', 'Daten']);
    json!.click();
    expect(asked).toEqual([
      { url: '/api/referrals/export?box=inbox&format=json&language=de', headers: { 'Lotse-Query': 'text=M%C3%BCller' } },
    ]);
    await tick();
    send('{"items":[\n{},\n{},\n');
    expect(await text()).toContain('2 Zeilen');
    send('{}\n]}\n');
    send(undefined);
    expect(await text()).not.toContain('Zeilen');
    expect(saved).toHaveLength(1);
    expect(saved[0]!.size).toBe('{"items":[\n{},\n{},\n{}\n]}\n'.length);
  });
});
