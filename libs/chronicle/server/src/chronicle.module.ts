import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChronicleEntryEntity } from './chronicle-entry.entity';

@Module({ imports: [TypeOrmModule.forFeature([ChronicleEntryEntity])] })
export class ChronicleModule {}
