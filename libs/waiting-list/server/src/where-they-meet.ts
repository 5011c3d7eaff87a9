/** The municipality of a slot: its own, else that of its schedule, else that of its service. */
const meetingKey = 'coalesce(slot.municipality_key, schedule.municipality_key, service.ags)';

/**
 * Where somebody goes, in words: the clinic and its street, or in a village the house there; nothing where nobody goes anywhere. Stands for
 * `slot`, `schedule`, `service` and `clinic`.
 */
export const whereTheyMeet = `
  case when slot.mode <> 'on_site' then '' else concat_ws(', ', clinic.name,
    case when ${meetingKey} = service.ags then coalesce(service.street, clinic.street) end,
    case when slot.municipality_key is null or slot.municipality_key = schedule.municipality_key then schedule.place end,
    (select town.name from municipality town where town.ags = ${meetingKey})) end`;

/** The village, when it is not where the service is. */
export const outreachIn = `
  case when slot.mode = 'on_site' and ${meetingKey} <> service.ags then (select town.name from municipality town where town.ags = ${meetingKey}) end`;
