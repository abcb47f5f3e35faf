/**
 * Writes docs/diagnosis.md from the code: every finding with its severity, its text and its cure. With `--check` it writes
 * nothing and fails when the file is out of date.
 */
import type { TFunction } from 'i18next';
import { translateTexts, type FindingText } from '../src/features/findings/findingText';
import type { Severity } from '../src/sidecars/checks/check';
import { CHECKS } from '../src/sidecars/checks/runChecks';
import type { Texts } from '../src/sidecars/findings/finding';
import { SCRIPT_FINDINGS } from '../src/sidecars/findings/script';
import { DIAGNOSIS_ENTRIES } from '../src/sidecars/diagnosis/diagnosisEntries';
import { cell, writePage } from './pages/generatedPage';

/** Keys are English sentences. Without values, the names of their parameters stay in them. */
const english = ((key: string) => key) as TFunction;

const withParameters = (sentence: string): string => cell(sentence).replace(/\{\{(\w+)\}\}/g, '_$1_');

const row = (id: string, severity: Severity, { what, why, cure }: FindingText): string =>
  `| \`${id}\` | ${severity} | ${withParameters(what)} | ${withParameters(why)} | ${withParameters(cure)} |`;

const table = (lines: readonly string[]): string =>
  ['| id | severity | what the user sees | why | cure |', '| --- | --- | --- | --- | --- |', ...lines].join(
    '\n',
  );

const rows = (entries: Readonly<Record<string, Texts & { severity: Severity }>>): string[] =>
  Object.entries(entries).map(([id, entry]) => row(id, entry.severity, translateTexts(english, entry, {})));

const text = `# Findings

Generated from the code by \`npx tsx scripts/diagnosisDocs.ts\`. Words in italics stand for values. An **error** will
not work, a **warning** may not do what is meant, **advice** tells of a better way.

## Checks of the annotation and the VM

Run on what is already loaded, for every VM.

${table(rows(CHECKS))}

## Checks of hook scripts

Shell is read by a parser, Python by its tokens. What a check is not sure of it does not say.

${table(rows(SCRIPT_FINDINGS))}

## Diagnosis at run time

From the VM, its instance, pods, events, logs and the cluster's own objects, each with its evidence. Of a VM that came
up in the end, errors on the way are told as warnings.

${table(rows(DIAGNOSIS_ENTRIES))}

## What no finding tells

- **Who may attach scripts.** Everybody who may change a VM may run a script next to it. That is a matter of policy, and
  no failure of one VM.
- **Hot-plugged disks and network interfaces.** They never pass a script: scripts run only while a VM starts.
- **Own images that name their sockets alike.** KubeVirt counts them once and waits for the other. The result is
  \`socketsNotCollected\`; the names are in no object and no log.
- **Old spellings in cloud-init data.** What a script writes is seen only when KubeVirt cannot use it:
  \`cloudInitBroken\`, \`volumeNameDropped\`.
- **Paths that a script adds and another node lacks.** Neither the script nor the domain says what nodes have.
- **Plugins of KubeVirt 1.9 beside scripts.** KubeVirt then writes the domain anew, without what it does not know. Only
  changes that can be traced (QEMU arguments, SMBIOS entries, own aliases) are compared with what runs.
`;

await writePage('diagnosis.md', text, 'diagnosisDocs.ts');
