import { EmergencyCallsController } from './emergency-calls.controller';
import { ReadEmergencyCalls } from './read-emergency-calls';
import { RecordEmergencyCall } from './record-emergency-call';
import { StrikeEmergencyCall } from './strike-emergency-call';

/** Whom somebody called in an emergency: parts of the module, kept together. */
export const emergencyCalls = {
  controllers: [EmergencyCallsController],
  providers: [ReadEmergencyCalls, RecordEmergencyCall, StrikeEmergencyCall],
  tables: ['emergency_call'],
};
