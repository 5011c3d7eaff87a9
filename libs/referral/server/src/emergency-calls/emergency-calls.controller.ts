import type { BodyOf, ParamsOf } from '@lotse/kernel';
import {
  readEmergencyCalls,
  recordEmergencyCall,
  strikeEmergencyCall,
  type EmergencyCall,
  type EmergencyCalls,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { ReadEmergencyCalls } from './read-emergency-calls';
import { RecordEmergencyCall } from './record-emergency-call';
import { StrikeEmergencyCall } from './strike-emergency-call';

/** Whom the own organisation called in an emergency. */
@Controller()
export class EmergencyCallsController {
  constructor(
    private readonly readEmergencyCalls: ReadEmergencyCalls,
    private readonly recordEmergencyCall: RecordEmergencyCall,
    private readonly strikeEmergencyCall: StrikeEmergencyCall,
  ) {}

  @Serves(readEmergencyCalls)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readEmergencyCalls.params }) { id }: ParamsOf<typeof readEmergencyCalls>,
  ): Promise<EmergencyCalls> {
    return this.readEmergencyCalls.run(transaction, id);
  }

  @Serves(recordEmergencyCall)
  record(
    @Current() transaction: Transaction,
    @Param({ schema: recordEmergencyCall.params }) { id }: ParamsOf<typeof recordEmergencyCall>,
    @Body({ schema: recordEmergencyCall.body }) body: BodyOf<typeof recordEmergencyCall>,
  ): Promise<EmergencyCall> {
    return this.recordEmergencyCall.run(transaction, id, body);
  }

  @Serves(strikeEmergencyCall)
  strike(
    @Current() transaction: Transaction,
    @Param({ schema: strikeEmergencyCall.params }) { id }: ParamsOf<typeof strikeEmergencyCall>,
    @Body({ schema: strikeEmergencyCall.body }) { reason }: BodyOf<typeof strikeEmergencyCall>,
  ): Promise<EmergencyCall> {
    return this.strikeEmergencyCall.run(transaction, id, reason);
  }
}
