import { Component, Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { FiltersInAddress } from './filters-in-address';

@Component({ template: '' })
class Nothing {}

describe('FiltersInAddress', () => {
  it('takes along what is still being typed when a row is opened', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Nothing }])] });
    const filters = runInInjectionContext(TestBed.inject(Injector), () => new FiltersInAddress(signal({})));
    filters.change({ text: 'Maier' });
    await filters.goWith({ open: '7' }, false);
    expect(filters.inAddress().text).toBe('Maier');
    // A name is no address.
    expect(TestBed.inject(Router).url).toBe('/?open=7');
  });
});
