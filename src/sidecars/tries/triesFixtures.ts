import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HookCall } from './hookCall';
import { nextInput } from './nextInput';
import { replyOfKubeVirt } from './replyOfKubeVirt';

export const hookCall = (changed: Partial<HookCall> = {}): HookCall => ({
  hookPoint: 'onDefineDomain',
  call: 1,
  input: '',
  output: '',
  stderr: '',
  ending: { kind: 'exited', code: 0 },
  durationMs: 5,
  isComplete: true,
  ...changed,
});

/** What a script in a test does: its output, or how it ended. */
export type TestScript = (input: string, call: number) => string | Partial<HookCall>;

/** The calls of a quick try, until one of them fails. */
export const triedCalls = (
  script: TestScript,
  firstInput: string,
  kubevirtVersion = 'v1.8.4',
): HookCall[] => {
  const calls: HookCall[] = [];
  for (const call of [1, 2, 3] as const) {
    const last = calls.at(-1);
    const input =
      call === 1 || last === undefined
        ? firstInput
        : nextInput(call, firstInput, last.output, kubevirtVersion);
    const result = script(input, call);
    const made = hookCall({ call, input, ...(typeof result === 'string' ? { output: result } : result) });
    calls.push(made);
    if (replyOfKubeVirt(made, kubevirtVersion) !== undefined) {
      break;
    }
  }
  return calls;
};

/** A small domain as KubeVirt generates it. */
export const GENERATED = `<domain type="kvm" xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
	<name>lab_vm</name>
	<sysinfo type="smbios">
		<system></system>
		<bios></bios>
		<baseBoard></baseBoard>
		<chassis></chassis>
	</sysinfo>
	<devices>
		<disk device="disk" type="file">
			<source file="/disk.qcow2"></source>
			<target bus="virtio" dev="vda"></target>
			<driver cache="none" name="qemu" type="qcow2"></driver>
			<alias name="ua-root"></alias>
		</disk>
	</devices>
</domain>`;

const RECORDINGS = resolve(import.meta.dirname, '../../../../shared/data/hook-calls');

/** Whether there are recorded calls of a real start. */
export const hasRecordedCalls = existsSync(RECORDINGS);

/** The input of a call of a real start; empty without recordings. */
export const recordedInput = (call: 1 | 2): string =>
  hasRecordedCalls
    ? readFileSync(resolve(RECORDINGS, `kubevirt-1.8.4-x86_64-call-${String(call)}-input.xml`), 'utf8')
    : '';
