/** The features in pipeline order: a later one may read an earlier one, never the other way. Every command and query hangs from here. */
import type { Command, Query } from '#core/command.server.ts';
import * as demoCommands from './demo/commands.server.ts';
import * as peopleCommands from './people/commands.server.ts';
import * as peopleQueries from './people/queries.server.ts';
import * as planCommands from './plans/commands.server.ts';
import * as correctionCommands from './plans/correction_commands.server.ts';
import * as amendmentCommands from './plans/amendment_commands.server.ts';
import * as linkingCommands from './plans/linking_commands.server.ts';
import * as linkingQueries from './plans/linking_queries.server.ts';
import * as taskQueries from './plans/task_queries.server.ts';
import * as planQueries from './plans/queries.server.ts';
import * as unitCommands from './units/commands.server.ts';
import * as unitQueries from './units/queries.server.ts';

export const FEATURES = ['units', 'people', 'plans', 'demo'] as const;

/** By name. */
export const COMMANDS = byName<Command>('command', [
  unitCommands,
  peopleCommands,
  planCommands,
  correctionCommands,
  amendmentCommands,
  linkingCommands,
  demoCommands,
]);
export const QUERIES = byName<Query>('query', [unitQueries, peopleQueries, planQueries, taskQueries, linkingQueries]);

function byName<T extends { kind: string; name: string }>(kind: T['kind'], modules: object[]): ReadonlyMap<string, T> {
  const all = modules.flatMap((module) => Object.values(module)).filter((it): it is T => it?.kind === kind);
  return new Map(all.map((it) => [it.name, it]));
}
