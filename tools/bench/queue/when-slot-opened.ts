import { slotOpened } from '@lotse/calendar/model';
import { Database } from '@lotse/server-kit/database';
import { claim, ReactsTo, type Reaction, type ToldEvent } from '@lotse/server-kit/jobs';
import { Injectable } from '@nestjs/common';
import { Bell } from './bell';

const name = 'bench-when-slot-opened';

/** Notes when it begins, and claims the event as every reaction does. */
@Injectable()
@ReactsTo({ events: [slotOpened], name })
export class WhenSlotOpened implements Reaction {
  readonly bell = new Bell();

  constructor(private readonly database: Database) {}

  async react(event: ToldEvent): Promise<void> {
    this.bell.ring();
    await this.database.asSystem((transaction) => claim(transaction, event.id, name));
  }
}
