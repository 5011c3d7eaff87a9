import { Component, type Type } from '@angular/core';
import type { Routes } from '@angular/router';
import { fetchAhead, segmentsOf } from './fetch-ahead';

@Component({ template: '' })
class Page {}

describe('fetching ahead', () => {
  let fetched: string[];
  const page = (name: string) => () => {
    fetched.push(name);
    return Promise.resolve<Type<unknown>>(Page);
  };
  const texts = { de: () => Promise.resolve(void fetched.push('de')), en: () => Promise.resolve(void fetched.push('en')) };
  const referrals: Routes = [
    {
      path: '',
      data: { texts },
      children: [
        { path: '', loadComponent: page('list') },
        { path: '', children: [{ path: 'neu', loadComponent: page('new') }] },
        { path: ':id', loadComponent: page('one') },
      ],
    },
  ];
  const routes: Routes = [
    { path: 'anmelden', loadComponent: page('sign in') },
    {
      path: '',
      children: [
        { path: '', pathMatch: 'full', redirectTo: 'start' },
        { path: 'zuweisungen', loadChildren: () => Promise.resolve(referrals) },
        { path: '**', loadComponent: page('nowhere') },
      ],
    },
  ];

  beforeEach(() => (fetched = []));

  it.each([
    ['/anmelden', ['sign in']],
    ['/zuweisungen', ['de', 'list']],
    ['/zuweisungen/neu', ['de', 'new']],
    ['/zuweisungen/4711', ['de', 'one']],
    ['/', []],
    ['/nirgends', []],
  ])('%s', async (address, wanted) => {
    await fetchAhead(routes, segmentsOf(address), 'de');
    expect(fetched).toEqual(wanted);
  });
});
