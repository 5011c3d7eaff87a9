import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { Api, Live } from '@lotse/client-kit/api';
import type { Doing, PresenceSubject } from '@lotse/identity/model';
import { CurrentSession } from '../current-session';
import { IdentityModel } from '../identity-model';
import { Attention } from './attention';
import { changesBetween, type Claim, joined, keyOf } from './claims';

/** A colleague at something right now. */
export interface Other {
  readonly displayName: string;
  readonly doing: Doing;
}

/** A third of the time that the server believes it. */
export const beat = 15_000;
/** Walking past is not looking. */
const settle = 1000;
const gather = 300;

/**
 * Who of the own organisation is at what. Pages say where one is with `at`, and ask `others` who else is there; colleagues hear of it at once,
 * and it ends by itself when the page is closed or nobody is at the screen.
 */
@Service()
export class Presence {
  private readonly api = inject(Api);
  private readonly session = inject(CurrentSession);
  private readonly model = inject(IdentityModel);
  private readonly attention = inject(Attention);
  private readonly claims = signal<ReadonlyMap<symbol, Claim>>(new Map());
  private readonly watching = signal(0);
  private told: ReadonlyMap<string, Claim> = new Map();
  private settling: ReturnType<typeof setTimeout> | undefined;
  private gathering: ReturnType<typeof setTimeout> | undefined;

  private readonly isAllowed = computed(() => this.session.may('presence.read'));
  private readonly wanted = computed<ReadonlyMap<string, Claim>>(() => {
    if (!this.isAllowed() || this.attention.isAway()) return new Map();
    const claims = [...this.claims().values()];
    // A page behind another one is not looked at; what is being written there goes on.
    return joined(this.attention.isHidden() ? claims.filter(({ doing }) => doing === 'editing') : claims);
  });
  private readonly found = this.api.read(
    () => this.model.loaded()?.readPresence,
    () => (this.isAllowed() && this.watching() > 0 ? { query: { subject: 'referral' as const } } : undefined),
  );
  private readonly present = computed(() => {
    const others = new Map<string, Other[]>();
    for (const { subjectId, displayName, doing } of this.found.hasValue() ? this.found.value().items : []) {
      others.set(subjectId, [...(others.get(subjectId) ?? []), { displayName, doing }]);
    }
    return others;
  });

  constructor() {
    const destroyRef = inject(DestroyRef);
    inject(Live).onChange('presence', () => this.readSoon(), destroyRef);
    effect(() => {
      this.wanted();
      untracked(() => this.tellSoon());
    });
    const ticking = setInterval(() => this.tick(), beat);
    const leave = () => this.leaveAll();
    addEventListener('pagehide', leave);
    destroyRef.onDestroy(() => {
      clearInterval(ticking);
      removeEventListener('pagehide', leave);
    });
  }

  /**
   * Says that one is at something as long as the caller lives; undefined while one is at nothing. Call it in an injection context, even with
   * an id that is always undefined: that is how a list follows what `others` answers.
   */
  at(subject: PresenceSubject, id: () => string | undefined, doing: () => Doing = () => 'looking'): void {
    const claim = Symbol(subject);
    effect(() => {
      const at = id();
      const what = doing();
      untracked(() => this.put(claim, at === undefined ? undefined : { subject, id: at, doing: what }));
    });
    untracked(() => this.watching.update((count) => count + 1));
    inject(DestroyRef).onDestroy(() => {
      this.put(claim, undefined);
      this.watching.update((count) => count - 1);
    });
  }

  /** Which colleagues are at something; follows them when called in a template, a computed or an effect. Never oneself. */
  others(_subject: PresenceSubject, id: string): readonly Other[] {
    return this.present().get(id) ?? nobody;
  }

  private put(key: symbol, claim: Claim | undefined): void {
    this.claims.update((claims) => {
      const changed = new Map(claims);
      changed.delete(key);
      return claim ? changed.set(key, claim) : changed;
    });
  }

  private tellSoon(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.tell(), settle);
  }

  private tell(): void {
    // Whoever has signed out tells nothing any more.
    if (!this.isAllowed()) return void (this.told = new Map());
    const changes = changesBetween(this.told, this.wanted());
    this.told = this.wanted();
    for (const body of changes) this.send(body);
  }

  private tick(): void {
    this.attention.check();
    if (this.attention.isAway()) return;
    for (const { subject, id, doing } of this.told.values()) this.send({ subject, id, doing });
    this.tell();
    // Whoever vanished without a word is not announced.
    if (this.present().size > 0 && !this.attention.isHidden()) this.found.reload();
  }

  private readSoon(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.found.reload();
    }, gather);
  }

  /** Nobody waits for it, and nobody hears when it fails: it is told anew with the next beat. */
  private send(body: { subject: PresenceSubject; id: string; doing: Doing | 'left' }): void {
    this.model
      .fetch()
      .then(({ tellPresence }) => this.api.send(tellPresence, { body }))
      .catch(() => {
        this.told = new Map([...this.told].filter(([key]) => key !== keyOf(body)));
      });
  }

  /** The page goes away: the browser finishes the calls without it. */
  private leaveAll(): void {
    for (const { subject, id } of this.told.values()) {
      const body = JSON.stringify({ subject, id, doing: 'left' });
      fetch('/api/presence', { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body }).catch(
        () => undefined,
      );
    }
    this.told = new Map();
  }
}

const nobody: readonly Other[] = [];
