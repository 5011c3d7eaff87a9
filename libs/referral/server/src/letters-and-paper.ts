import { PrintModule } from '@lotse/server-kit/print';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LetterContents } from './letters/letter-facts';
import { LettersController } from './letters/letters.controller';
import { PrintLetter } from './letters/print-letter';
import { ReadLetters } from './letters/read-letters';
import { ReferralLetterEntity } from './letters/referral-letter.entity';
import { PaperReferralEntity } from './paper/paper-referral.entity';
import { ReferralStepVoiceEntity } from './paper/referral-step-voice.entity';

/** What goes out on paper and comes in on paper: parts of the module, kept together. */
export const lettersAndPaper = {
  imports: [PrintModule, TypeOrmModule.forFeature([ReferralLetterEntity, PaperReferralEntity, ReferralStepVoiceEntity])],
  controllers: [LettersController],
  providers: [LetterContents, PrintLetter, ReadLetters],
  tables: ['referral_letter', 'paper_referral', 'referral_step_voice'],
};
