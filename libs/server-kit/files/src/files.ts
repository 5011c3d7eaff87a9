import { createHash } from 'node:crypto';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { FileKeys, open, seal } from './file-keys';
import { PartStore, type StoreName } from './part-store';

/** How many bytes come and are kept at a time: a part survives a bad line, and fits a request in base64. */
export const partBytes = 180 * 1024;

interface FileRow {
  sealedKey: Buffer;
  store: StoreName;
  uploaded: number;
  parts: number;
  sha256: Buffer | null;
}

const insert = 'insert into stored_file (id, sealed_key, store) values ($1, $2, $3)';
const load = 'select sealed_key as "sealedKey", store, uploaded, parts, sha256 from stored_file where id = $1';
const grow = 'update stored_file set uploaded = uploaded + $2, parts = parts + 1 where id = $1';
const close = 'update stored_file set sha256 = $2 where id = $1';
const forget = 'delete from file_part where file_id = $1';

/** What a part is sealed for: it opens as this part of this file and as no other. */
const partOf = (fileId: string, number: number): string => `${fileId} ${number}`;

/** Files that are kept sealed, in parts. Who may read one is decided by row security, through the table it belongs to. */
@Injectable()
export class Files {
  constructor(
    private readonly keys: FileKeys,
    private readonly store: PartStore,
  ) {}

  /** False where the installation has no key: nothing is kept in the clear. */
  get available(): boolean {
    return this.keys.available;
  }

  begin(transaction: Transaction, fileId: string): void {
    transaction.send('file.begin', insert, [fileId, this.keys.make(fileId).sealed, this.store.name]);
  }

  /** How much of a file is here; undefined when there is none. Whoever asks for another part waits until this one has been dealt with. */
  async uploaded(transaction: Transaction, fileId: string): Promise<number | undefined> {
    return (await transaction.row<FileRow>('file.load-to-grow', `${load} for update`, [fileId]))?.uploaded;
  }

  async add(transaction: Transaction, fileId: string, bytes: Buffer): Promise<void> {
    const file = await this.load(transaction, fileId);
    const key = this.keys.unseal(file.sealedKey, fileId);
    await this.store.put(transaction, file.store, fileId, file.parts, seal(key, bytes, partOf(fileId, file.parts)));
    transaction.send('file.grow', grow, [fileId, bytes.length]);
  }

  /** Remembers what the whole is, so that a missing or exchanged part is found when it is read. */
  finish(transaction: Transaction, fileId: string, bytes: Buffer): void {
    transaction.send('file.close', close, [fileId, createHash('sha256').update(bytes).digest()]);
  }

  /** The whole file. @throws when a byte of it is not what was stored */
  async read(transaction: Transaction, fileId: string): Promise<Buffer> {
    const { sealedKey, store, parts, sha256 } = await this.load(transaction, fileId);
    const key = this.keys.unseal(sealedKey, fileId);
    const read: Buffer[] = [];
    for (let number = 0; number < parts; number++) {
      read.push(open(key, await this.store.get(transaction, store, fileId, number), partOf(fileId, number)));
    }
    const bytes = Buffer.concat(read);
    if (sha256 && !createHash('sha256').update(bytes).digest().equals(sha256)) throw new Error('A file is not what was stored.');
    return bytes;
  }

  /** Drops the content and keeps that there was one. */
  drop(transaction: Transaction, fileId: string): void {
    transaction.send('file.drop', forget, [fileId]);
  }

  private async load(transaction: Transaction, fileId: string): Promise<FileRow> {
    const file = await transaction.row<FileRow>('file.load', load, [fileId]);
    if (!file) throw new Error('There is no such file.');
    return file;
  }
}
