/** Finds mistakes in the Dockerfile without building the image, which needs a registry. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHART } from './renderChart';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Instruction {
  word: string;
  flags: string[];
  words: string[];
}

/** The instructions in order, without comments. The file has no continued lines. */
const instructions = (text: string): Instruction[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [word = '', ...rest] = line.split(/\s+/);
      return {
        word,
        flags: rest.filter((part) => part.startsWith('--')),
        words: rest.filter((part) => !part.startsWith('--')),
      };
    });

const all = instructions(read('Dockerfile'));
const finalStage = all.slice(all.findLastIndex(({ word }) => word === 'FROM'));
const buildStage = all.slice(0, all.length - finalStage.length);
const isFromStage = ({ flags }: Instruction): boolean => flags.some((flag) => flag.startsWith('--from='));
const copies = all.filter(({ word }) => word === 'COPY');
const sources = copies.filter((copy) => !isFromStage(copy)).flatMap(({ words }) => words.slice(0, -1));

/** The files that `.dockerignore` includes: it excludes everything and then lists names, without other patterns. */
const wanted = (text: string): string[] => {
  const [first, ...rest] = text.split('\n').filter((line) => line !== '');
  expect(first).toBe('*');
  expect(rest.filter((line) => !/^![^*?[\]!]+$/.test(line))).toEqual([]);
  return rest.map((line) => line.slice(1));
};

describe('Dockerfile', () => {
  it('copies files that exist and are in the context, and the context has no others', () => {
    const held = wanted(read('.dockerignore'));
    expect(sources.length).toBeGreaterThan(8);
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
    expect(sources.map((source) => source.replace(/^\.\//, '')).sort()).toEqual(held.sort());
  });

  it('copies all files that the build reads', () => {
    const config = read('webpack.config.ts') + read('scripts/build.ts');
    const imported = [...config.matchAll(/from '\.\/(\w+)\//g)].flatMap(([, folder]) => folder ?? []);
    const resolved = [...config.matchAll(/resolve\(import\.meta\.dirname, '([\w-]+)'\)/g)].flatMap(
      ([, folder]) => folder ?? [],
    );
    const needed = [...imported, ...resolved].filter((folder) => folder !== 'dist');
    expect(needed).toEqual(expect.arrayContaining(['scripts', 'src', 'locales']));
    expect(needed.filter((folder) => !sources.some((source) => source === folder))).toEqual([]);
  });

  it('installs from the lock file, before the sources are copied, without install scripts', () => {
    const install = buildStage.findIndex(({ words }) => words.join(' ') === 'npm ci');
    expect(buildStage[install]?.flags).toEqual(['--ignore-scripts']);
    const before = buildStage.slice(0, install).filter(({ word }) => word === 'COPY');
    expect(before.map(({ words }) => words)).toEqual([['package.json', 'package-lock.json', './']]);
  });

  it('has arguments for its base images, which may have a digest', () => {
    const given = all.filter(({ word }) => word === 'ARG').map(({ words }) => words.join(' ').split('=')[0]);
    const bases = all.filter(({ word }) => word === 'FROM').map(({ words }) => words[0]);
    expect(bases).toEqual(given.map((name) => `\${${String(name)}}`));
    expect(bases).toHaveLength(2);
    // Arguments of FROM must precede the first FROM.
    expect(all.findLastIndex(({ word }) => word === 'ARG')).toBeLessThan(
      all.findIndex(({ word }) => word === 'FROM'),
    );
  });

  it('pins its base images by digest', () => {
    const images = all.filter(({ word }) => word === 'ARG').map(({ words }) => words.join(' ').split('=')[1]);
    expect(images.filter((image) => !/@sha256:[0-9a-f]{64}$/.test(image ?? ''))).toEqual([]);
  });

  it('runs as a numeric user that the kubelet can tell is not root', () => {
    const users = finalStage.filter(({ word }) => word === 'USER').map(({ words }) => words[0]);
    expect(users).toHaveLength(1);
    expect(Number(users[0])).toBeGreaterThan(0);
  });

  it('uses the nginx configuration that the nginx test uses', () => {
    const configuration = join(CHART, 'files/nginx.conf');
    const [copy] = finalStage.filter(({ words }) => words.at(-1) === '/etc/nginx/nginx.conf');
    expect(join(ROOT, copy?.words[0] ?? '')).toBe(configuration);
    const text = readFileSync(configuration, 'utf8');
    const built = finalStage.find(isFromStage);
    expect(built?.words).toEqual(['/build/dist', /root (\S+);/.exec(text)?.[1]]);
    expect(buildStage.find(({ word }) => word === 'WORKDIR')?.words).toEqual(['/build']);
    const port = finalStage.find(({ word }) => word === 'EXPOSE')?.words[0];
    expect(text).toContain(`listen ${String(port)} ssl`);
  });

  it('starts nginx as the test does', () => {
    const entry = /^ENTRYPOINT (.*)$/m.exec(read('Dockerfile'))?.[1] ?? '';
    const [program, ...options] = JSON.parse(entry) as string[];
    expect(program).toBe('nginx');
    // The test also passes the path of its configuration.
    expect(read('charts/tests/nginxServer.ts')).toContain(
      `['${options.slice(0, 2).join("', '")}', '-c', at('nginx.conf'), '${options.slice(2).join("', '")}']`,
    );
  });
});
