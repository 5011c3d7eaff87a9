import { pathOf, type AnswerOf, type Endpoint } from '@lotse/kernel';

/** What goes with a call: the id in its address, what is asked for, what is written, and the version that was seen. */
interface Given {
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly version?: number;
}

export type Call = <Contract extends Endpoint>(contract: Contract, given: Given) => Promise<AnswerOf<Contract>>;

/** Calls contracts of the API at this address as whoever has this session; throws what a refusal says. */
export const callerOf =
  (url: string, token: string): Call =>
  async (contract, { id = '', query, body, version }) => {
    const answer = await fetch(`${url}${pathOf(contract, { id })}${query ? `?${new URLSearchParams(query)}` : ''}`, {
      method: contract.method,
      headers: {
        cookie: `lotse_session=${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(version ? { 'if-match': `"${version}"` } : {}),
      },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${contract.path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as AnswerOf<typeof contract>;
  };
