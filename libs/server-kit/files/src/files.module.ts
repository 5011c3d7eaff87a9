import { Module } from '@nestjs/common';
import { FileKeys } from './file-keys';
import { Files } from './files';
import { PartStore } from './part-store';
import { Scanner } from './scanner';

/** Keeping files: sealed, in parts, looked at and looked through. Knows nothing of what they are about. */
@Module({ providers: [FileKeys, PartStore, Files, Scanner], exports: [Files, PartStore, Scanner] })
export class FilesModule {}
