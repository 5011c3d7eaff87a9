import { inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { IdentityModel } from '../identity-model';
import type { DraftBox } from './draft-box';
import { keyFrom, seal, unseal } from './sealed';

/** A draft as it was kept. */
export interface Kept<Value> {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly value: Value;
}

const longest = 72 * 3_600_000;

/**
 * Keeps what somebody is typing in this browser: sealed with a key that the server hands only to their session and that is never
 * stored here, for 72 hours, and not beyond signing out. Names carry no content.
 */
@Service()
export class KeptDrafts {
  private readonly api = inject(Api);
  private readonly model = inject(IdentityModel);
  private readonly keys = new Map<string, Promise<CryptoKey>>();
  private box: Promise<DraftBox> | undefined;

  /** Rejects when this browser cannot keep anything, or when the key cannot be had. */
  async keep(staffId: string, name: string, value: unknown): Promise<void> {
    const sealed = await seal(await this.keyOf(staffId), name, value);
    await (await this.opened()).drafts.put({ staffId, name, keptAt: Date.now(), ...sealed });
  }

  async drop(staffId: string, name: string): Promise<void> {
    await (await this.opened()).drafts.delete([staffId, name]);
  }

  /** What was kept under names that begin with a prefix, newest first. Nothing when nothing can be opened. */
  async list<Value>(staffId: string, prefix: string): Promise<Kept<Value>[]> {
    try {
      const { drafts } = await this.opened();
      await drafts
        .where('keptAt')
        .below(Date.now() - longest)
        .delete();
      const found = await drafts.where({ staffId }).toArray();
      const key = found.length > 0 ? await this.keyOf(staffId) : undefined;
      const opened = found
        .filter(({ name }) => key && name.startsWith(prefix))
        .map(async (draft) => ({ name: draft.name, keptAt: draft.keptAt, value: (await unseal(key!, draft.name, draft)) as Value }));
      return (await Promise.all(opened)).filter(({ value }) => value !== undefined).sort((one, other) => other.keptAt - one.keptAt);
    } catch {
      return [];
    }
  }

  /** On signing out: nothing of this person stays in the browser, and the key is forgotten. */
  async dropAll(staffId: string): Promise<void> {
    this.keys.clear();
    await (await this.opened()).drafts.where({ staffId }).delete();
  }

  private keyOf(staffId: string): Promise<CryptoKey> {
    const known = this.keys.get(staffId) ?? this.readKey().catch((thrown: unknown) => this.forget(staffId, thrown));
    this.keys.set(staffId, known);
    return known;
  }

  private async readKey(): Promise<CryptoKey> {
    const { readDraftKey } = await this.model.fetch();
    return keyFrom((await this.api.send(readDraftKey)).key);
  }

  private forget(staffId: string, thrown: unknown): never {
    this.keys.delete(staffId);
    throw thrown;
  }

  private opened(): Promise<DraftBox> {
    this.box ??= import('./draft-box').then(({ openDraftBox }) => openDraftBox());
    return this.box;
  }
}
