import { expect, it } from 'vitest';
import { launcherSelector } from './launcherSelector';

const vm = (name: string, hostname?: string): Parameters<typeof launcherSelector>[0] => ({
  metadata: { name },
  spec: { template: { spec: hostname === undefined ? {} : { hostname } } },
});

it.each<[string, ReturnType<typeof vm>, Parameters<typeof launcherSelector>[1], string]>([
  ['the name', vm('web'), undefined, '=web'],
  ['the name, where no more is known', { metadata: { name: 'web' } }, undefined, '=web'],
  ['an empty host name is none', vm('web', ''), undefined, '=web'],
  ['up to the first dot', vm('web.example.org'), undefined, '=web'],
  ['as far as a label goes', vm('w'.repeat(70)), undefined, `=${'w'.repeat(63)}`],
  ['the host name', vm('web', 'shop'), undefined, '=shop'],
  ['that of the instance as well', vm('web', 'shop'), { spec: {} }, ' in (web,shop)'],
  ['once where they are the same', vm('web', 'shop'), { spec: { hostname: 'shop' } }, '=shop'],
])('selects by %s', (_what, machine, vmi, selector) => {
  expect(launcherSelector(machine, vmi)).toBe(`vm.kubevirt.io/name${selector}`);
});
