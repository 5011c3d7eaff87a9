import { MailModule } from '@lotse/server-kit/mail';
import { PrintModule } from '@lotse/server-kit/print';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LetterContents } from './letters/letter-facts';
import { LettersController } from './letters/letters.controller';
import { PrintLetter } from './letters/print-letter';
import { ReadLetters } from './letters/read-letters';
import { ReferralLetterEntity } from './letters/referral-letter.entity';
import { EnterPaper } from './paper/enter-paper';
import { LettersFollow } from './paper/letters-follow';
import { PaperController } from './paper/paper.controller';
import { RecordForSender } from './paper/record-for-sender';
import { AnswerThroughLink } from './receiver-links/answer-through-link';
import { LinkTokens } from './receiver-links/link-tokens';
import { MakeReceiverLink } from './receiver-links/make-receiver-link';
import { ReceiverLinks } from './receiver-links/read-receiver-links';
import { ReceiverLinkEntity, ReceiverLinkSessionEntity } from './receiver-links/receiver-link.entities';
import { ReceiverLinksController } from './receiver-links/receiver-links.controller';
import { ThroughLink } from './receiver-links/through-link';
import { PaperReferralEntity } from './paper/paper-referral.entity';
import { ReferralStepVoiceEntity } from './paper/referral-step-voice.entity';

/** What goes out on paper and comes in on paper: parts of the module, kept together. */
export const lettersAndPaper = {
  imports: [
    PrintModule,
    MailModule,
    TypeOrmModule.forFeature([
      ReferralLetterEntity,
      PaperReferralEntity,
      ReferralStepVoiceEntity,
      ReceiverLinkEntity,
      ReceiverLinkSessionEntity,
    ]),
  ],
  controllers: [LettersController, PaperController, ReceiverLinksController],
  providers: [
    LetterContents,
    PrintLetter,
    ReadLetters,
    EnterPaper,
    LettersFollow,
    RecordForSender,
    AnswerThroughLink,
    LinkTokens,
    MakeReceiverLink,
    ReceiverLinks,
    ThroughLink,
  ],
  tables: ['referral_letter', 'paper_referral', 'referral_step_voice', 'receiver_link'],
};
