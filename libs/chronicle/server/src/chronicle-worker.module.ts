import { Module } from '@nestjs/common';
import { CheckChronicle } from './check-chronicle/check-chronicle';
import { CheckChronicleSweep } from './check-chronicle/check-chronicle.sweep';
import { SealChronicle } from './seal-chronicle/seal-chronicle';
import { SealChronicleSweep } from './seal-chronicle/seal-chronicle.sweep';

/** What only the worker does: seal the chronicle, and check it once a day. */
@Module({ providers: [SealChronicle, SealChronicleSweep, CheckChronicle, CheckChronicleSweep] })
export class ChronicleWorkerModule {}
