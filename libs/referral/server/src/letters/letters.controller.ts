import { refuse, type AnswerOf, type BodyOf, type ParamsOf, type QueryOf } from '@lotse/kernel';
import { previewLetter, printLetter, readLetters } from '@lotse/referral/model';
import { placeholderProblems, unknownPlaceholder } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Printer } from '@lotse/server-kit/print';
import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { composeLetter } from './compose-letter';
import { inventedLetter } from './invented.data';
import { PrintLetter } from './print-letter';
import { ReadLetters } from './read-letters';

/** What goes out on paper. */
@Controller()
export class LettersController {
  constructor(
    private readonly readLetters: ReadLetters,
    private readonly printLetter: PrintLetter,
    private readonly printer: Printer,
  ) {}

  @Serves(readLetters)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readLetters.params }) { id }: ParamsOf<typeof readLetters>,
  ): Promise<AnswerOf<typeof readLetters>> {
    return this.readLetters.run(transaction, id);
  }

  @Serves(printLetter)
  async print(
    @Current() transaction: Transaction,
    @Param({ schema: printLetter.params }) { id }: ParamsOf<typeof printLetter>,
    @Query({ schema: printLetter.query }) query: QueryOf<typeof printLetter>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const letter = await this.printLetter.run(transaction, id, query);
    // The name of the file says the kind and the reference: files lie around in folders.
    void reply.header('content-disposition', `inline; filename="${letter.title.replace(/[^\w-]+/g, '-')}.pdf"`);
    return this.printer.print(letter);
  }

  @Serves(previewLetter)
  async preview(@Body({ schema: previewLetter.body }) body: BodyOf<typeof previewLetter>): Promise<AnswerOf<typeof previewLetter>> {
    const { kind, language, text } = body;
    const fields = placeholderProblems(text);
    refuse(fields.length > 0 ? unknownPlaceholder({ fields }) : undefined);
    const letter = composeLetter({ ...inventedLetter(kind, language, new Date()), text });
    const [picture, document] = await Promise.all([this.printer.picture(letter), this.printer.print(letter)]);
    return { picture: picture.toString('base64'), document: document.toString('base64') };
  }
}
