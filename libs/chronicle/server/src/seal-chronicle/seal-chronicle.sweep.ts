import { Database } from '@lotse/server-kit/database';
import { Sweep } from '@lotse/server-kit/jobs';
import { SETTINGS, type Settings } from '@lotse/server-kit/settings';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Witnessed } from '../chain/records';
import type { SealKey } from '../chain/seal';
import { SealChronicle } from './seal-chronicle';
import { readSealKey } from './seal-key-file';
import { Witness } from './witness';

const every = 2_000;

const since = `
  select chain, number::float8 as number, position::float8 as position, encode(hash, 'hex') as hash, sealed_at as "sealedAt", round::text as round
  from chronicle_seal where round > $1 order by round limit 1000`;

/** Seals the chronicle at short intervals and tells the witness of every seal, its own and those of other workers. */
@Injectable()
export class SealChronicleSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private key: SealKey | undefined;
  private witness: Witness | undefined;
  private sweep: Sweep | undefined;
  /** The last seal that the witness knows. */
  private round = '0';

  constructor(
    private readonly sealChronicle: SealChronicle,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.key = readSealKey(this.settings);
    if (!this.key) return this.log.warn('the chronicle is not sealed: CHRONICLE_KEY_FILE is not set');
    const { CHRONICLE_WITNESS_FILE: path } = this.settings;
    if (path) await this.remember(new Witness(path));
    else this.log.warn('the chronicle has no witness: CHRONICLE_WITNESS_FILE is not set');
    this.sweep = new Sweep('seal-chronicle', every, () => this.round_(), this.log);
    this.sweep.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweep?.stop();
  }

  private async remember(witness: Witness): Promise<void> {
    this.witness = witness;
    const last = witness.last();
    if (!last) return;
    const [known] = await this.read(String(BigInt(last.round) - 1n));
    if (known?.hash === last.hash) this.round = last.round;
    else this.log.error({ chain: last.chain, number: last.number }, 'the chronicle is not the one that its witness saw: verify it');
  }

  private async round_(): Promise<void> {
    while ((await this.sealChronicle.run(this.key!)).hasMore);
    await this.tellWitness();
  }

  private async tellWitness(): Promise<void> {
    if (!this.witness) return;
    for (;;) {
      const seals = await this.read(this.round);
      if (seals.length === 0) return;
      this.witness.append(seals);
      this.round = seals.at(-1)!.round;
    }
  }

  private async read(round: string): Promise<Witnessed[]> {
    const rows = await this.database.asSystem((transaction) =>
      transaction.rows<Omit<Witnessed, 'sealedAt'> & { sealedAt: Date }>('seal.since', since, [round]),
    );
    return rows.map((row) => ({ ...row, sealedAt: row.sealedAt.toISOString() }));
  }
}
