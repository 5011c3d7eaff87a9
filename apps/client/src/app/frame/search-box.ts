import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';

/** The search in the top bar; Ctrl+K leads to it from everywhere. */
@Component({
  selector: 'lotse-search-box',
  imports: [Icon],
  template: `
    <form class="search-box" role="search" (submit)="search($event)">
      <lotse-icon name="search" [size]="16" />
      <input
        #box
        type="search"
        autocomplete="off"
        enterkeyhint="search"
        [attr.aria-label]="t(target().label)"
        [attr.placeholder]="t(target().label)"
        aria-keyshortcuts="Control+K"
        (keydown.escape)="box.value = ''"
      />
      <kbd aria-hidden="true">{{ t('frame.search.keys') }}</kbd>
    </form>
  `,
  host: { '(document:keydown)': 'pressed($event)' },
})
export class SearchBox {
  protected readonly t = injectText();
  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  /** Who refers searches their referrals, everybody else the directory. */
  protected readonly target = computed(() =>
    this.session.may('referral.create')
      ? { path: '/zuweisungen', label: 'frame.search.referrals' }
      : { path: '/verzeichnis', label: 'frame.search.directory' },
  );

  protected pressed(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    this.box().nativeElement.focus();
    this.box().nativeElement.select();
  }

  protected search(event: Event): void {
    event.preventDefault();
    const text = this.box().nativeElement.value.trim();
    void this.router.navigate([this.target().path], { queryParams: text ? { text } : {} });
  }
}
