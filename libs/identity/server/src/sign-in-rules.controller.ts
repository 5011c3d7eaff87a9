import { changeIdentityProvider, changeSignInRules, readIdentityProvider, readSignInRules } from '@lotse/identity/model';
import type { AnswerOf, BodyOf } from '@lotse/kernel';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller } from '@nestjs/common';
import { OwnProvider } from './sign-in-rules/own-provider';
import { SignInRules } from './sign-in-rules/sign-in-rules';

/** How the staff of the own organisation sign in. */
@Controller()
export class SignInRulesController {
  constructor(
    private readonly rules: SignInRules,
    private readonly provider: OwnProvider,
  ) {}

  @Serves(readSignInRules)
  readRules(@Current() transaction: Transaction): Promise<AnswerOf<typeof readSignInRules>> {
    return this.rules.read(transaction);
  }

  @Serves(changeSignInRules)
  changeRules(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeSignInRules.body }) body: BodyOf<typeof changeSignInRules>,
  ): Promise<AnswerOf<typeof changeSignInRules>> {
    return this.rules.change(transaction, version, body);
  }

  @Serves(readIdentityProvider)
  readProvider(@Current() transaction: Transaction): Promise<AnswerOf<typeof readIdentityProvider>> {
    return this.provider.read(transaction);
  }

  @Serves(changeIdentityProvider)
  changeProvider(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeIdentityProvider.body }) body: BodyOf<typeof changeIdentityProvider>,
  ): Promise<AnswerOf<typeof changeIdentityProvider>> {
    return this.provider.change(transaction, version, body);
  }
}
