import { Component, computed, inject, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Failure, Field, Icon, injectText, Language, Notice, Page } from '@lotse/client-kit/ui';
import { Entrance, injectLinkToken } from '@lotse/identity/client';
import type { AnswerOf } from '@lotse/kernel';
import { lookThroughLink, openReceiverLink, printThroughLink } from '@lotse/referral/model';
import { LinkAnswer } from './link-answer';
import { LinkContent } from './link-content';

const codeLength = 8;

/**
 * `/einmal-link`: whoever has the link and the code sees what was released to their organisation, and answers. Opening the page asks
 * the server for nothing, so that what looks at mails before people do uses nothing up.
 */
@Component({
  selector: 'lotse-receiver-link-page',
  imports: [Control, Entrance, Failure, Field, Icon, LinkAnswer, LinkContent, Notice, Page],
  templateUrl: './receiver-link-page.html',
})
export class ReceiverLinkPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  protected readonly token = injectLinkToken();

  protected readonly name = signal('');
  protected readonly code = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** Kept by this page only: whoever reloads it enters the code once more. */
  protected readonly session = signal<string | undefined>(undefined);
  protected readonly seen = signal<AnswerOf<typeof lookThroughLink> | undefined>(undefined);
  protected readonly isOver = signal(false);
  protected readonly isDone = signal(false);
  protected readonly isNotOpen = computed(() => this.problem()?.code === 'link-not-open');
  protected readonly isShort = computed(() => this.typed().length !== codeLength);
  private readonly typed = computed(() => this.code().replace(/\s/g, '').toUpperCase());

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const [token, name] = [this.token(), this.name().trim()];
    if (!token || name.length < 2 || this.isShort()) return;
    await this.act(async () => {
      const { session } = await this.api.send(openReceiverLink, { body: { token, code: this.typed(), name } });
      this.session.set(session);
      this.seen.set(await this.api.send(lookThroughLink, { body: { session } }));
    });
  }

  protected async answered(): Promise<void> {
    this.isDone.set(true);
    await this.look();
  }

  protected async look(): Promise<void> {
    const session = this.session()!;
    try {
      this.seen.set(await this.api.send(lookThroughLink, { body: { session } }));
    } catch {
      this.end();
    }
  }

  /** The document is made when it is asked for; the link to it is pressed by itself. */
  protected async save(): Promise<void> {
    const session = this.session()!;
    await this.act(async () => {
      const { document: file } = await this.api.send(printThroughLink, { body: { session, language: this.language.current() } });
      const link = Object.assign(document.createElement('a'), { href: `data:application/pdf;base64,${file}`, download: 'nachricht.pdf' });
      link.click();
    });
    if (this.isNotOpen()) this.end();
  }

  protected end(): void {
    this.seen.set(undefined);
    this.session.set(undefined);
    this.isOver.set(true);
  }

  protected print(): void {
    window.print();
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await work();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
