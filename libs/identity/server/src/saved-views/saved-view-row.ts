import { viewNameTaken } from '@lotse/identity/model';
import { Refusal } from '@lotse/kernel';

/** The columns of a view as the contract shows it; `v` is the view. */
export const viewColumns = `v.id, v.page, v.name, v.query, v.is_shared as "isShared", v.staff_id = current_staff() as "isOwn",
  may_change_view(v.staff_id, v.organisation_id, v.is_shared) as "mayChange",
  (select s.display_name from staff s where s.id = v.staff_id) as "savedBy"`;

const uniqueNames = ['saved_view_own_name', 'saved_view_team_name'];

/** Two views of one name cannot be told apart: the database refuses the second. */
export function refuseTakenName(error: unknown): never {
  if (uniqueNames.includes((error as { constraint?: string }).constraint ?? '')) throw new Refusal(viewNameTaken());
  throw error;
}
