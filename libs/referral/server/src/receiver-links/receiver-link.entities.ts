import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('receiver_link')
export class ReceiverLinkEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') regionId!: string;
  @Column('uuid') referralId!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') receiverOrganisationId!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('bytea') codeHash!: Buffer;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('text', { nullable: true }) mailedTo!: string | null;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
}

@Entity('receiver_link_session')
export class ReceiverLinkSessionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') linkId!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('text') named!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
}
