import type { TaskFacts, TaskKind, TaskState } from '@lotse/task/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of work for somebody with a name or for a team. */
@Entity('task')
export class TaskEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') key!: string;
  @Column('text') kind!: TaskKind;
  @Column('text') subject!: string;
  @Column('uuid') subjectId!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) staffId!: string | null;
  @Column('jsonb', { default: {} }) facts!: TaskFacts;
  @Column('text', { default: 'ready' }) state!: TaskState;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { nullable: true }) snoozedUntil!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) openedAt!: Date;
  @Column('timestamptz', { nullable: true }) escalatedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('text', { nullable: true }) result!: string | null;
  @Column('integer', { default: 1 }) version!: number;
}
