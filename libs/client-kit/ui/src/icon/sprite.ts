import { Service, signal } from '@angular/core';

/**
 * The drawings of all icons, fetched once. They are copied into the page: a `<use>` of another file makes the browser look that file up each
 * time one is drawn, which took longer than the rest of a page.
 */
@Service()
export class Sprite {
  private readonly symbols = signal<ReadonlyMap<string, Element>>(new Map());

  constructor() {
    const request = new XMLHttpRequest();
    request.open('GET', '/icons.svg');
    request.responseType = 'document';
    request.onload = () => this.take(request.responseXML);
    request.send();
  }

  /** The lines of an icon, made for whoever asks; nothing until the sprite is there. */
  linesOf(name: string): Element[] {
    return [...(this.symbols().get(name)?.children ?? [])].map((line) => line.cloneNode() as Element);
  }

  private take(sprite: Document | null): void {
    this.symbols.set(new Map([...(sprite?.querySelectorAll('symbol') ?? [])].map((symbol) => [symbol.id, symbol])));
  }
}
