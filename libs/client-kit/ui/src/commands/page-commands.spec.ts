import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { offerCommands, PageCommands } from './page-commands';

const row = signal<string | undefined>(undefined);
const done: string[] = [];

@Component({ selector: 'lotse-test-page', template: '' })
class TestPage {
  constructor() {
    offerCommands(() => {
      const chosen = row();
      return chosen ? [{ id: 'accept', label: `Annehmen: ${chosen}`, run: () => done.push(chosen) }] : [];
    });
  }
}

describe('PageCommands', () => {
  it('offers what the page offers at the moment, and nothing after it', () => {
    const commands = TestBed.inject(PageCommands);
    const fixture = TestBed.createComponent(TestPage);
    expect(commands.all()).toEqual([]);
    row.set('Z-10042');
    expect(commands.all().map(({ label }) => label)).toEqual(['Annehmen: Z-10042']);
    commands.all()[0]!.run();
    expect(done).toEqual(['Z-10042']);
    fixture.destroy();
    expect(commands.all()).toEqual([]);
  });
});
