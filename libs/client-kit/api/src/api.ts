import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, isDevMode, Service } from '@angular/core';
import type { AnswerOf, Endpoint } from '@lotse/kernel';
import { firstValueFrom } from 'rxjs';
import { apiProblemOf, type ApiProblem } from './api-problem';
import type { AnyArguments, OnlyKnown, ReadArguments, SendArguments } from './arguments';
import { neverMissed } from './never-missed';
import { askedBy, headersOf, queryOf, urlOf } from './request';
import { SessionEnd } from './session-end';

type Rest<Arguments> = object extends Arguments ? [given?: Arguments] : [given: Arguments];

/** Calls the server through contracts: what is sent and what comes back is typed by them. */
@Service()
export class Api {
  private readonly http = inject(HttpClient);
  private readonly sessionEnd = inject(SessionEnd);
  private readonly underway = new Map<string, Promise<unknown>>();
  private readonly unanswered = new Map<string, string>();

  /**
   * Reads with a contract, again whenever a signal used in `given` changes; undefined means "not now". Call it in an injection
   * context. A contract that comes later (`() => this.model()?.readViews`) is read with once it is there. A failure is an ApiProblem in `error()`; ask `hasValue()` before `value()`. `reload()` while it is being read already
   * reads once more afterwards.
   */
  read<const Contract extends Endpoint, const Given extends ReadArguments<Contract>>(
    contract: Contract | (() => Contract | undefined),
    given: () => (Given & OnlyKnown<Given, ReadArguments<Contract>>) | undefined,
  ): HttpResourceRef<AnswerOf<Contract> | undefined> {
    return neverMissed(
      httpResource<AnswerOf<Contract>>(
        () => {
          this.sessionEnd.renewals();
          const [known, found] = [contractOf(contract), given() as AnyArguments | undefined];
          return known && found && { url: urlOf(known, found), method: known.method, ...askedBy(known, found) };
        },
        { parse: (answer) => this.parse(contractOf(contract)!, answer) },
      ),
    );
  }

  /**
   * Sends once. Pressing twice while it is under way is one call (but reading is always asked anew: what is under way may be older
   * than the reason to ask); sending the same again after a lost connection or a server
   * failure carries the same Idempotency-Key, so that it happens once. Rejects with an ApiProblem.
   */
  send<const Contract extends Endpoint>(contract: Contract, ...[given]: Rest<SendArguments<Contract>>): Promise<AnswerOf<Contract>> {
    const found = (given ?? {}) as AnyArguments;
    const content = [contract.method, urlOf(contract, found), JSON.stringify([queryOf(found), found.body, found.version])].join(' ');
    const already = this.underway.get(content) as Promise<AnswerOf<Contract>> | undefined;
    if (already && contract.method !== 'GET') return already;
    const call = this.request(contract, found, content).finally(() => this.underway.delete(content));
    this.underway.set(content, call);
    return call;
  }

  private async request<Contract extends Endpoint>(contract: Contract, given: AnyArguments, content: string): Promise<AnswerOf<Contract>> {
    const key = given.key ?? this.unanswered.get(content) ?? crypto.randomUUID();
    const { params, headers } = askedBy(contract, given);
    try {
      const options = { body: given.body, params, headers: { ...headers, ...headersOf(contract.method, key, given) } };
      const answer = await firstValueFrom(this.http.request(contract.method, urlOf(contract, given), options));
      this.unanswered.delete(content);
      return this.parse(contract, answer);
    } catch (thrown) {
      const problem = apiProblemOf(thrown);
      if (mayHaveArrived(problem)) this.unanswered.set(content, key);
      else this.unanswered.delete(content);
      throw problem;
    }
  }

  /**
   * The server lets nothing leave that does not fit its contract, so only a development build looks once more: on a slow phone that took
   * longer than drawing the page.
   */
  private parse<Contract extends Endpoint>(contract: Contract, answer: unknown): AnswerOf<Contract> {
    if (!isDevMode()) return answer as AnswerOf<Contract>;
    try {
      return contract.response.parse(answer) as AnswerOf<Contract>;
    } catch (thrown) {
      throw apiProblemOf(thrown);
    }
  }
}

const contractOf = <Contract extends Endpoint>(contract: Contract | (() => Contract | undefined)): Contract | undefined =>
  typeof contract === 'function' ? contract() : contract;

/** Whether the server may have done it although nobody heard so. A session that ended also keeps the intention alive. */
const mayHaveArrived = ({ status }: ApiProblem): boolean => status === 0 || status === 401 || status >= 500;
