import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { devLayers, srcLayers } from '../layers.config.js';

const lint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
    srcLayers,
    devLayers,
  ] as ESLint.Options['overrideConfig'] & object,
});

/** Lint's messages about a file that imports another. */
const problems = async (file: string, imported: string): Promise<string[]> => {
  const [result] = await lint.lintText(`import '${imported}';\n`, { filePath: file });
  return (result?.messages ?? []).map(({ message }) => message);
};

describe('the layers that lint enforces', () => {
  it.each([
    ['src/sidecars/new.ts', '../k8s/models'],
    ['src/k8s/new.ts', '../data/useGate'],
    ['src/k8s/new.ts', '../sidecars/objects/resources'],
    ['src/data/new.ts', '../components/FormModal'],
    ['src/components/new.ts', '../data/useGate'],
    ['src/components/new.ts', '../k8s/models'],
    ['src/features/gate/new.ts', '../../views/vmSidecars/VmSidecarsTab'],
    ['src/views/vmSidecars/new.ts', '../hookValidation/HookValidationTab'],
    ['dev/base/new.ts', '../cluster/contract'],
    ['dev/cluster/new.ts', '../console/server/upstream'],
    ['dev/console/new.ts', '../cluster/index'],
    ['dev/console/new.ts', '../../src/sidecars/plans/guardedAdd'],
    ['dev/scenarios/new.ts', '../start/options'],
    ['dev/lab/new.ts', '../start/options'],
    ['dev/ownCluster/new.ts', '../cluster/index'],
    ['dev/bench/new.ts', '../start/options'],
    ['dev/start/new.ts', '../../scripts/runCommand'],
  ])('%s may not import %s', async (file, imported) => {
    expect(await problems(file, imported)).toHaveLength(1);
  });

  it.each([
    ['src/views/vmSidecars/new.ts', '../../features/gate/GateBanner'],
    ['src/features/gate/new.ts', '../../data/useGate'],
    ['dev/console/new.ts', '../cluster/contract'],
    ['dev/start/new.ts', '../cluster/index'],
  ])('%s may import %s', async (file, imported) => {
    expect(await problems(file, imported)).toEqual([]);
  });
});
