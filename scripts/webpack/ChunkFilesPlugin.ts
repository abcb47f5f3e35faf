import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Compiler, WebpackPluginInstance } from 'webpack';

/** Where the files of each named chunk are written, as `{ name: [file, …] }`. */
export const CHUNKS_FILE = resolve(import.meta.dirname, '../../.cache/plugin-chunks.json');

/** Tells which files an exposed module or a named import loads: the size budget is about these. */
export class ChunkFilesPlugin implements WebpackPluginInstance {
  apply(compiler: Compiler): void {
    compiler.hooks.done.tap(ChunkFilesPlugin.name, ({ compilation }) => {
      const files = [...compilation.namedChunkGroups].map(([name, group]): [string, string[]] => [
        name,
        group.getFiles(),
      ]);
      mkdirSync(dirname(CHUNKS_FILE), { recursive: true });
      writeFileSync(CHUNKS_FILE, JSON.stringify(Object.fromEntries(files)));
    });
  }
}
