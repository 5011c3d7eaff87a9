import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';

/** What a mail may say: that there is something, and its reference. */
export interface Bell {
  deliveryId: string;
  address: string;
  reference: string | null;
}

/** The one text of all mails. It carries a bell and a reference: no name, no diagnosis, no field of medicine. */
const wordsOf = (reference: string | null, link: string) => ({
  subject: `Lotse: Neue Mitteilung / New notice${reference ? ` (${reference})` : ''}`,
  text: [
    `In Lotse gibt es etwas Neues${reference ? ` zu ${reference}` : ''}. Bitte melden Sie sich an: ${link}`,
    `There is something new in Lotse${reference ? ` about ${reference}` : ''}. Please sign in: ${link}`,
    'Diese Nachricht wurde automatisch versandt. / This message was sent automatically.',
  ].join('\n\n'),
});

/** The way out for e-mails. */
@Injectable()
export class Mail implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.transport = settings.SMTP_URL ? createTransport(pooled(settings.SMTP_URL)) : undefined;
  }

  get isSetUp(): boolean {
    return this.transport !== undefined;
  }

  /** Rings. The Message-ID is the delivery's own, so that a mail server recognises a second copy. */
  async ring({ deliveryId, address, reference }: Bell): Promise<void> {
    const link = this.settings.PUBLIC_URL ?? `http://${this.settings.HOST}:${this.settings.PORT}`;
    await this.transport!.sendMail({
      from: this.settings.MAIL_FROM,
      to: address,
      messageId: `<${deliveryId}@lotse>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...wordsOf(reference, link),
    });
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
