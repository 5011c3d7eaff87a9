import type { Role } from '@lotse/identity/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('staff')
export class StaffEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') email!: string;
  @Column('text') displayName!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('text', { nullable: true, select: false }) passwordHash!: string | null;
  @Column('text', { nullable: true }) lanr!: string | null;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
  @Column('boolean', { default: false }) isInvented!: boolean;
  @Column('timestamptz', { nullable: true }) lastSignedInAt!: Date | null;
  @Column('integer', { default: 1 }) version!: number;
}
