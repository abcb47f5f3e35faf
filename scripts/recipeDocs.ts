/**
 * Writes docs/recipes.md from the code: every recipe, what KubeVirt does without a script, and what the lab has seen on a
 * real libvirt. With `--check` it writes nothing and fails when the file is out of date.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NOT_OFFERED } from '../src/sidecars/recipes/notOffered';
import type { Recipe } from '../src/sidecars/recipes/recipe';
import { RECIPES } from '../src/sidecars/recipes/recipes';
import { cell, writePage } from './pages/generatedPage';

const SEEN = resolve(import.meta.dirname, '../docs/recipes-seen.json');

const seen = JSON.parse(readFileSync(SEEN, 'utf8')) as Partial<
  Record<string, { domain: boolean; guest?: boolean }>
>;

const seenText = ({ id, hookPoint }: Recipe): string => {
  const found = seen[id];
  if (found === undefined) {
    return 'not seen: the emulated machine lacks the device';
  }
  const what = hookPoint === 'onDefineDomain' ? 'defined and started' : 'started';
  return found.guest === true ? `${what}, and the guest shows it` : what;
};

const row = (recipe: Recipe): string => {
  const { id, title, does, native, cel } = recipe;
  const without =
    native === undefined
      ? '—'
      : `${native.since === undefined ? '' : `(from ${native.since}) `}${cell(native.when)}`;
  return `| ${cell(title)} (\`${id}\`) | ${cell(does)} | ${without} | ${typeof cel === 'function' ? 'yes' : cell(cel.missing)} | ${seenText(recipe)} |`;
};

const text = `# Recipes

Generated from the code by \`npx tsx scripts/recipeDocs.ts\`. A recipe makes a hook script from a few values: _Hook
scripts_ → _Create hook script_. The script needs nothing but the python3 of KubeVirt's image, gives the same however
often KubeVirt calls it, and passes on what it does not know. The last column is what the [lab](lab.md) has seen on a real
libvirt with the default values: it fails when that is no longer so. For clusters with Plugins, the successor of hook
sidecars (KubeVirt 1.9), the form also has a Plugin that makes the same change, in CEL.

| recipe | what it does | without a script | as a Plugin | on real libvirt |
| --- | --- | --- | --- | --- |
${RECIPES.map(row).join('\n')}

## What is no recipe, because there is a better way

${NOT_OFFERED.map(({ wish, instead }) => `- **${wish}**: ${instead}`).join('\n')}
`;

await writePage('recipes.md', text, 'recipeDocs.ts');
