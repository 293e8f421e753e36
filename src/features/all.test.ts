import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '#core/schema.ts';
import { COMMANDS, FEATURES, QUERIES } from './all.server.ts';

const here = import.meta.dirname;
const modules = await Promise.all(
  globSync('**/*{commands,queries}.server.ts', { cwd: here }).map(
    (file) => import(join(here, file)) as Promise<Record<string, { kind?: string; name?: string }>>,
  ),
);
const objects = modules.flatMap((module) => Object.values(module)).filter((it) => it?.kind === 'command' || it?.kind === 'query');

describe('the list of features', () => {
  it('holds every command and query there is, each under a name of its own', () => {
    const listed = [...COMMANDS.keys(), ...QUERIES.keys()].toSorted();
    expect(listed).toEqual(objects.map(({ name }) => name).toSorted());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('names every feature folder', () => {
    const folders = new Set(globSync('*/*.server.ts', { cwd: here }).map((file) => file.split('/')[0]));
    expect([...FEATURES].toSorted()).toEqual([...folders].toSorted());
  });

  it('names things as noun.verb', () => {
    for (const { name } of objects) expect(name).toMatch(/^[a-z_]+\.[a-z_]+$/);
  });

  it('can tell a caller what each takes', () => {
    for (const it of [...COMMANDS.values(), ...QUERIES.values()]) expect(schemaOf(it.input).type).toBe('object');
  });
});
