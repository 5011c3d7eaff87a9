import { Injectable } from '@nestjs/common';

/** One table that leads to a person, and how its rows are found. */
export interface PartOfRecord {
  /** The table, also the name of the part. */
  table: string;
  /** A condition on `x`, the table: which of its rows are about the person `$1`. */
  about: string;
}

/** All tables that lead to a person: each room names its own when it starts. A test compares them with the database. */
@Injectable()
export class PersonRecords {
  private readonly registered: PartOfRecord[] = [];

  /** In the order in which somebody reads about themselves. */
  register(...parts: PartOfRecord[]): void {
    this.registered.push(...parts);
  }

  get parts(): readonly PartOfRecord[] {
    return this.registered;
  }
}
