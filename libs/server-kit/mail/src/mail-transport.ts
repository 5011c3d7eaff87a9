import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';

/** A mail as it goes out. What it may say is the sender's business; none says anything about health. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same for a second copy, so that a mail server recognises it. */
  messageId?: string;
}

/** The way out for e-mails. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.transport = settings.SMTP_URL ? createTransport(pooled(settings.SMTP_URL)) : undefined;
  }

  get isSetUp(): boolean {
    return this.transport !== undefined;
  }

  /** Where people reach Lotse, without a slash at the end. */
  get address(): string {
    return (this.settings.PUBLIC_URL ?? `http://${this.settings.HOST}:${this.settings.PORT}`).replace(/\/$/, '');
  }

  /** Hands a mail to the mail server, or throws. */
  async send(letter: Letter): Promise<void> {
    if (!this.transport) throw new Error('No mail server is set up.');
    await this.transport.sendMail({ from: this.settings.MAIL_FROM, headers: { 'Auto-Submitted': 'auto-generated' }, ...letter });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function pooled(address: string): string {
  const url = new URL(address);
  for (const [name, value] of [
    ['pool', 'true'],
    ['connectionTimeout', '10000'],
    ['greetingTimeout', '10000'],
    ['socketTimeout', '20000'],
  ] as const) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  return url.href;
}
