import { expect, it } from 'vitest';
import { containerEntries } from './container';
import type { Params } from './finding';
import { SCRIPT_FINDINGS } from './script';
import { sourceChecks } from './source';

type Text = string | ((params: Params) => string);
const textFor = (text: Text, params: Params): string => (typeof text === 'string' ? text : text(params));

const { appendUnguarded, dumpxmlStyleMatch, extraOutput } = SCRIPT_FINDINGS;

it.each<[string, Text, Params, RegExp]>([
  ['the call in which it is twice', appendUnguarded.why, { call: 3 }, /third time/],
  ['the call in which it is twice', appendUnguarded.why, { call: 2 }, /twice per start/],
  ['what is not found', dumpxmlStyleMatch.what, {}, /is never found/],
  ['what is not found', dumpxmlStyleMatch.what, { branch: 1 }, /branch that looks for/],
  ['why it is not found', dumpxmlStyleMatch.why, {}, /as virsh dumpxml prints it/],
  ['why it is not found', dumpxmlStyleMatch.why, { branch: 1 }, /rest of the script runs/],
  ['the cure', dumpxmlStyleMatch.cure, {}, /use an XML parser/],
  ['the cure', dumpxmlStyleMatch.cure, { branch: 1 }, /Remove the branch/],
  ['who reads the output', extraOutput.why, { hookPoint: 'preCloudInitIso' }, /cloud-init data in JSON/],
  ['who reads the output', extraOutput.why, { hookPoint: 'onDefineDomain' }, /given to libvirt/],
  ['where the VM comes from', sourceChecks.configMapMissing.why, {}, /^KubeVirt looks in this namespace/],
  ['where the VM comes from', sourceChecks.configMapMissing.why, { from: 'clone' }, /made as a clone/],
  ['where the VM comes from', sourceChecks.configMapMissing.why, { from: 'restore' }, /from a snapshot/],
  ['where the VM comes from', sourceChecks.configMapMissing.why, { from: 'template' }, /from template/],
  ['where the script is', containerEntries.imageNotPulled.cure, { scriptIn: 'image' }, /is in this image/],
  ['where the script is', containerEntries.imageNotPulled.cure, { scriptIn: 'configMap' }, /uses its own/],
])('the sentence fits %s (%#)', (_what, text, params, expected) => {
  expect(textFor(text, params)).toMatch(expected);
});
