import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChronicleEntryEntity } from './chronicle-entry.entity';
import { ChronicleController } from './chronicle.controller';
import { ReadChronicle } from './read-chronicle/read-chronicle';

@Module({ imports: [TypeOrmModule.forFeature([ChronicleEntryEntity])], controllers: [ChronicleController], providers: [ReadChronicle] })
export class ChronicleModule {}
