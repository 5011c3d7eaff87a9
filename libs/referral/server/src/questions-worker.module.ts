import { RegionModule } from '@lotse/region/server';
import { TaskModule } from '@lotse/task/server';
import { Module } from '@nestjs/common';
import { RemindOfQuestions } from './questions/remind-of-questions';
import { RemindOfQuestionsSweep } from './questions/remind-of-questions.sweep';

/** What only the worker does about questions: remind those who have to answer. */
@Module({ imports: [RegionModule, TaskModule], providers: [RemindOfQuestions, RemindOfQuestionsSweep], exports: [RemindOfQuestions] })
export class QuestionsWorkerModule {}
