import {
  addAdviceInfo,
  adviceLifecycle,
  answerAdvice,
  askAdviceAgain,
  askBackAdvice,
  cancelAdvice,
  closeAdvice,
  convertAdvice,
  sideOfAdviceAct,
  type AdviceAct,
  type AdviceThread,
} from '@lotse/advice/model';
import { inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';

/** Acts that only need words. */
const withWords = { ask_back: askBackAdvice, add_info: addAdviceInfo, ask_again: askAdviceAgain } as const;
const atOnce = { close: closeAdvice, cancel: cancelAdvice } as const;

export type WordsAct = keyof typeof withWords;
export type PlainAct = keyof typeof atOnce;
export const isWordsAct = (act: string): act is WordsAct => act in withWords;
export const isPlainAct = (act: string): act is PlainAct => act in atOnce;

/** What one side may do with an enquiry at a service now; the filled button first. */
export function actsFor({ state }: Pick<AdviceThread, 'state'>, isAsker: boolean): AdviceAct[] {
  return adviceLifecycle.actsFrom(state).filter((act) => sideOfAdviceAct[act] === (isAsker ? 'referrer' : 'provider'));
}

/** Does the acts on an enquiry at a service, each guarded by the version that was looked at. */
@Service()
export class ThreadActs {
  private readonly api = inject(Api);

  words(act: WordsAct, { id, version }: AdviceThread, body: { text: string; isChecked: boolean }) {
    return this.api.send(withWords[act], { params: { id }, version, body });
  }

  plain(act: PlainAct, { id, version }: AdviceThread) {
    return this.api.send(atOnce[act], { params: { id }, version, body: {} });
  }

  answer({ id, version }: AdviceThread, body: object) {
    return this.api.send(answerAdvice, { params: { id }, version, body: body as never });
  }

  convert({ id, version }: AdviceThread, personId: string | null) {
    return this.api.send(convertAdvice, { params: { id }, version, body: { personId } });
  }
}
