/** The features in pipeline order: a later one may read an earlier one, never the other way. Every command and query hangs from here. */
import type { Command, House, Query } from '#core/command.server.ts';
import type { Clock, Job, Jobs } from '#ports/jobs.server.ts';
import * as demoCommands from './demo/commands.server.ts';
import * as findQueries from './find/queries.server.ts';
import * as noticeCommands from './notices/commands.server.ts';
import * as noticeQueries from './notices/queries.server.ts';
import * as languageCommands from './languages/commands.server.ts';
import * as languageQueries from './languages/queries.server.ts';
import * as foundingCommands from './people/commands.server.ts';
import * as importCommands from './people/import_commands.server.ts';
import * as importQueries from './people/import_queries.server.ts';
import * as peopleFinding from './people/find_queries.server.ts';
import * as keyCommands from './people/keys_commands.server.ts';
import * as keyQueries from './people/keys_queries.server.ts';
import * as movingQueries from './people/moving_queries.server.ts';
import * as personCommands from './people/persons_commands.server.ts';
import * as personQueries from './people/persons_queries.server.ts';
import * as peopleQueries from './people/queries.server.ts';
import * as roleCommands from './people/roles_commands.server.ts';
import * as selfCommands from './people/self_commands.server.ts';
import * as selfQueries from './people/self_queries.server.ts';
import * as paperCommands from './papers/commands.server.ts';
import * as paperQueries from './papers/queries.server.ts';
import * as planCommands from './plans/commands.server.ts';
import * as correctionCommands from './plans/correction_commands.server.ts';
import * as amendmentCommands from './plans/amendment_commands.server.ts';
import * as issuingCommands from './plans/issuing_commands.server.ts';
import * as linkingCommands from './plans/linking_commands.server.ts';
import * as linkingQueries from './plans/linking_queries.server.ts';
import * as taskQueries from './plans/task_queries.server.ts';
import * as planFinding from './plans/find_queries.server.ts';
import * as planJobs from './plans/jobs.server.ts';
import * as planLists from './plans/list_queries.server.ts';
import * as planPapers from './plans/paper_queries.server.ts';
import * as planQueries from './plans/queries.server.ts';
import * as reorganisedQueries from './plans/reorganised_queries.server.ts';
import * as auditCommands from './record/audit_commands.server.ts';
import * as auditQueries from './record/audit_queries.server.ts';
import * as eventQueries from './record/event_queries.server.ts';
import * as recordJobs from './record/jobs.server.ts';
import * as unitCommands from './units/commands.server.ts';
import * as unitFinding from './units/find_queries.server.ts';
import * as unitLists from './units/list_queries.server.ts';
import * as unitQueries from './units/queries.server.ts';
import * as reorganisationCommands from './units/reorganising/commands.server.ts';
import * as draftCommands from './units/reorganising/draft_commands.server.ts';
import * as reorganisationQueries from './units/reorganising/queries.server.ts';

export const FEATURES = ['languages', 'units', 'notices', 'people', 'papers', 'plans', 'record', 'find', 'demo'] as const;

/** By name. */
export const COMMANDS = byName<Command>('command', [
  languageCommands,
  unitCommands,
  reorganisationCommands,
  draftCommands,
  foundingCommands,
  personCommands,
  importCommands,
  roleCommands,
  selfCommands,
  keyCommands,
  noticeCommands,
  paperCommands,
  planCommands,
  correctionCommands,
  amendmentCommands,
  issuingCommands,
  linkingCommands,
  auditCommands,
  demoCommands,
]);
export const QUERIES = byName<Query>('query', [
  languageQueries,
  unitQueries,
  unitLists,
  unitFinding,
  reorganisationQueries,
  peopleQueries,
  personQueries,
  movingQueries,
  importQueries,
  selfQueries,
  peopleFinding,
  keyQueries,
  noticeQueries,
  paperQueries,
  planQueries,
  planPapers,
  taskQueries,
  linkingQueries,
  reorganisedQueries,
  planLists,
  planFinding,
  auditQueries,
  eventQueries,
  findQueries,
]);

const JOBS: Job[] = [planJobs, recordJobs].flatMap((jobs) => Object.values(jobs));

export const CLOCK: Clock = Object.fromEntries(
  JOBS.flatMap(({ name, everyMinutes }) => (everyMinutes ? [[name, everyMinutes]] : [])),
);

/** What the queue of a house runs. */
export function jobsOf(house: House): Jobs {
  return Object.fromEntries(JOBS.map(({ name, run }) => [name, (payload: unknown) => run(house, payload)]));
}

function byName<T extends { kind: string; name: string }>(kind: T['kind'], modules: object[]): ReadonlyMap<string, T> {
  const all = modules.flatMap((module) => Object.values(module)).filter((it): it is T => it?.kind === kind);
  return new Map(all.map((it) => [it.name, it]));
}
