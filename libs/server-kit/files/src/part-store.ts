import type { Transaction } from '@lotse/server-kit/database';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { Inject, Injectable } from '@nestjs/common';
import { AwsClient } from 'aws4fetch';

export type StoreName = 'database' | 's3';

const put = 'insert into file_part (file_id, number, sealed) values ($1, $2, $3)';
const get = 'select sealed from file_part where file_id = $1 and number = $2';

/** How long the storage may take for one part before it counts as gone. */
const patience = 20_000;

/** Where sealed parts lie: in PostgreSQL, or in storage that speaks S3 when S3_URL is set. Neither can read them. */
@Injectable()
export class PartStore {
  private readonly storage: { client: AwsClient; address: string } | undefined;

  constructor(@Inject(SETTINGS) { S3_URL, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION }: Settings) {
    if (!S3_URL || !S3_ACCESS_KEY || !S3_SECRET_KEY) return;
    const client = new AwsClient({
      accessKeyId: S3_ACCESS_KEY,
      secretAccessKey: S3_SECRET_KEY,
      region: S3_REGION,
      service: 's3',
      retries: 2,
    });
    this.storage = { client, address: S3_URL.replace(/\/$/, '') };
  }

  /** Where new files go. */
  get name(): StoreName {
    return this.storage ? 's3' : 'database';
  }

  async put(transaction: Transaction, store: StoreName, fileId: string, number: number, sealed: Buffer): Promise<void> {
    if (store === 'database') await transaction.change('file.put-part', put, [fileId, number, sealed]);
    else await this.ask('PUT', fileId, number, sealed);
  }

  async get(transaction: Transaction, store: StoreName, fileId: string, number: number): Promise<Buffer> {
    if (store === 's3') return Buffer.from(await (await this.ask('GET', fileId, number)).arrayBuffer());
    const row = await transaction.row<{ sealed: Buffer }>('file.get-part', get, [fileId, number]);
    if (!row) throw new Error('A part of this file is missing.');
    return row.sealed;
  }

  /** Removes what lies outside of the database. What is not there any more is removed. */
  async removeOutside(fileId: string, parts: number): Promise<void> {
    for (let number = 0; number < parts; number++) await this.ask('DELETE', fileId, number);
  }

  private async ask(method: 'PUT' | 'GET' | 'DELETE', fileId: string, number: number, body?: Buffer): Promise<Response> {
    if (!this.storage) throw new Error('This file lies in storage that is not set up here (S3_URL).');
    const { client, address } = this.storage;
    const url = `${address}/${fileId}/${number}`;
    const signal = AbortSignal.timeout(patience);
    const answer = await client.fetch(url, { method, redirect: 'error', body: body && new Uint8Array(body), signal });
    if (answer.ok || (method === 'DELETE' && answer.status === 404)) return answer;
    throw new Error(`The storage answered ${answer.status} to ${method}.`);
  }
}
