import { daysAfter, newId } from '@lotse/kernel';
import { ChronicleModule } from '@lotse/chronicle/server';
import { disableStaff } from '@lotse/identity/model';
import { IdentityModule } from '@lotse/identity/server';
import { RegionModule } from '@lotse/region/server';
import {
  addStaff,
  startTestServer,
  testCounty,
  testDatabase,
  type TestCounty,
  type TestDatabase,
  type TestServer,
} from '@lotse/server-kit/testing';
import { claimTask, countTasks, finishTask, handOverTask, readTasks, snoozeTask, type TaskKind } from '@lotse/task/model';
import { EscalateTasks } from './escalate-tasks/escalate-tasks';
import { TaskModule } from './task.module';
import { Tasks, type TaskToOpen } from './tasks';

describe('tasks', () => {
  let database: TestDatabase;
  let server: TestServer;
  let county: TestCounty;

  beforeAll(async () => {
    database = await testDatabase();
    county = await testCounty(database);
    server = await startTestServer(database, [IdentityModule, ChronicleModule, RegionModule, TaskModule]);
  });
  afterAll(() => server.stop());

  const tasks = () => server.app.get(Tasks);
  /** Opens a task as the clinic does within an act of its own. */
  async function opened(kind: TaskKind, more: Partial<TaskToOpen> = {}): Promise<TaskToOpen> {
    const subjectId = newId();
    const task = {
      key: `${kind}:${subjectId}`,
      kind,
      subject: 'referral',
      subjectId,
      organisationId: county.clinic,
      dueAt: daysAfter(Date.now(), 3),
      ...more,
    };
    const { clinic: organisationId, regionId } = county;
    await server.database.asOrganisation({ organisationId, regionId }, async (transaction) => tasks().open(transaction, task));
    return task;
  }
  const inTeam = async (staff = county.intake) => (await server.as(staff).get(readTasks, { query: { box: 'team', limit: 100 } })).items;
  const found = async ({ subjectId }: TaskToOpen, staff = county.intake) =>
    (await inTeam(staff)).find((task) => task.subjectId === subjectId);

  it('the same cause opens one task, also after it is done', async () => {
    const task = await opened('contact_after_no_show');
    await opened('contact_after_no_show', task);
    const [one, ...more] = (await inTeam()).filter(({ subjectId }) => subjectId === task.subjectId);
    expect(more).toEqual([]);
    const done = await server.as(county.intake).get(finishTask, { params: { id: one!.id }, version: 1, body: { result: 'reached' } });
    expect(done.state).toBe('done');
    await opened('contact_after_no_show', task);
    expect(await found(task)).toBeUndefined();
  });

  it('is seen by its team and whoever has it, and by nobody else', async () => {
    const task = await opened('contact_after_no_show');
    expect(await found(task, county.clinician)).toBeUndefined();
    expect(await found(task, county.otherIntake)).toBeUndefined();
    const one = (await found(task))!;
    const stolen = await server.as(county.otherIntake).call(claimTask, { params: { id: one.id }, version: 1 });
    expect(stolen.status).toBe(404);
    await server.as(county.intake).get(handOverTask, { params: { id: one.id }, version: 1, body: { staffId: county.clinician.id } });
    const mine = await server.as(county.clinician).get(readTasks, { query: { box: 'mine' } });
    expect(mine.items.find(({ id }) => id === one.id)).toMatchObject({ state: 'in_progress', owner: { id: county.clinician.id } });
    const foreign = await server
      .as(county.intake)
      .call(handOverTask, { params: { id: one.id }, version: 2, body: { staffId: county.otherIntake.id } });
    expect(foreign.problem.code).toBe('task-colleague-unknown');
  });

  it('what one side does opens and ends work of the other', async () => {
    const task = await opened('outcome_to_acknowledge', { organisationId: county.practice });
    expect(await found(task, county.gp)).toBeDefined();
    const { clinic: organisationId, regionId } = county;
    await server.database.asOrganisation({ organisationId, regionId }, async (transaction) => tasks().drop(transaction, task.key));
    expect(await found(task, county.gp)).toBeUndefined();
  });

  it('is put aside until a day, never beyond its due date', async () => {
    const task = (await found(await opened('contact_after_no_show')))!;
    const until = (days: number) => daysAfter(Date.now(), days).toISOString().slice(0, 10);
    const snooze = (days: number) =>
      server.as(county.intake).call(snoozeTask, { params: { id: task.id }, version: task.version, body: { until: until(days) } });
    expect((await snooze(-1)).problem.code).toBe('task-snooze-not-ahead');
    expect((await snooze(8)).problem.code).toBe('task-snooze-past-due');
    expect((await snooze(2)).answer.snoozedUntil).not.toBeNull();
    expect((await inTeam()).some(({ id }) => id === task.id)).toBe(false);
    const aside = await server.as(county.intake).get(readTasks, { query: { box: 'snoozed' } });
    expect(aside.items.map(({ id }) => id)).toContain(task.id);
  });

  it('one that ends with its subject is not ended by hand; an old version is refused', async () => {
    const task = (await found(await opened('risk_review'), county.clinician))!;
    const finish = (version: number) =>
      server.as(county.clinician).call(finishTask, { params: { id: task.id }, version, body: { result: 'done' } });
    expect((await finish(1)).problem.code).toBe('task-ends-with-subject');
    expect((await finish(7)).status).toBe(409);
  });

  it('what lies too long becomes work of those who lead, once, and ends with what it grew from', async () => {
    const task = await opened('contact_after_no_show', { dueAt: daysAfter(Date.now(), -3) });
    await server.app.get(EscalateTasks).run();
    await server.app.get(EscalateTasks).run();
    const about = (await inTeam()).filter(({ subjectId }) => subjectId === task.subjectId);
    expect(about.map(({ kind }) => kind).sort()).toEqual(['contact_after_no_show', 'task_overdue']);
    const first = about.find(({ kind }) => kind === 'contact_after_no_show')!;
    await server.as(county.intake).get(finishTask, { params: { id: first.id }, version: first.version, body: { result: 'not_needed' } });
    expect(await found(task)).toBeUndefined();
    const counts = await server.as(county.intake).get(countTasks);
    expect(counts.team).toBe((await inTeam()).length);
  });

  it.each(['team', 'colleague'])('whoever leaves gives their tasks back first: to the %s', async (to) => {
    const leaving = await addStaff(database, county.clinic, ['intake']);
    const administrator = server.as(await addStaff(database, county.clinic, ['org_admin']));
    const [task, done] = [await opened('contact_after_no_show'), await opened('contact_after_no_show')];
    for (const one of [task, done]) {
      await server.as(leaving).get(claimTask, { params: { id: (await found(one))!.id }, version: 1 });
    }
    await server.as(leaving).get(finishTask, { params: { id: (await found(done))!.id }, version: 2, body: { result: 'reached' } });
    const params = { id: leaving.id };
    expect((await administrator.call(disableStaff, { params, version: 1, body: {} })).problem).toMatchObject({
      code: 'open-work',
      context: { items: [{ kind: 'task', count: 1 }] },
    });
    const workTo = to === 'team' ? 'team' : county.intake.id;
    const { handedOver } = await administrator.get(disableStaff, { params, version: 1, body: { workTo } });
    expect(handedOver).toBe(1);
    expect(await found(task)).toMatchObject(
      to === 'team' ? { owner: null, state: 'ready' } : { owner: { id: county.intake.id }, state: 'in_progress' },
    );
  });
});
