/** What a VM's owner or script may write into what a diagnosis reads: none of it may block the page. */
import { describe, expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { VirtualMachineInstance } from '../objects/resources';
import { diagnose } from './diagnose';
import { timeline } from './timeline';

describe('a diagnosis', () => {
  const annotations = { [SIDECARS_ANNOTATION]: '[{"args":["--version","v1alpha3"]}]' };
  const metadata = { name: 'a', namespace: 'b', annotations };
  const spec = { domain: { devices: {} } };
  const vmi: VirtualMachineInstance = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata,
    spec,
  };
  const time = '2026-01-01T00:00:00Z';
  const dump = (xml: string): string =>
    `${time} Domain XML generated. Base64 dump ${Buffer.from(xml).toString('base64')}`;
  const aliases = Array.from({ length: 90_000 }, (_none, index) => `<alias name="ua-${index}"/>`).join('');

  it.each([
    ['open blocks', `<domain>${'<bios>'.repeat(300_000)}</domain>`, []],
    ['open entries', `<domain><bios>${'<entry '.repeat(100_000)}</bios></domain>`, []],
    ['open comments', `<domain></domain>${'<!--'.repeat(400_000)}`, ['textAroundXml']],
    ['a long name', `<domain><arg ${'a'.repeat(500_000)}></domain>`, []],
    ['many names', `<domain>${aliases}</domain>`, []],
  ])('takes linear time with a domain of %s', (_what, xml, ids) => {
    const found = diagnose({ vmi, logs: { compute: dump(xml) } });
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it('takes linear time with a log line of many hook points, and reads calls in the others', () => {
    const lines = [
      `${time} ${'onDefineDomain '.repeat(80_000)}`,
      `${time} onDefineDomain method has been called`,
    ];
    const called = timeline({ vmi, logs: { 'hook-sidecar-0': lines.join('\n') } });
    expect(called.filter(({ kind }) => kind === 'hookCalled')).toHaveLength(1);
  });

  it('reads the newest of 10,000 events', () => {
    const seconds = Array.from({ length: 10_000 }, (_none, index) => (index * 7_919) % 10_000);
    const events = seconds.map((second) => ({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `e${second}` },
      involvedObject: { kind: 'VirtualMachine', name: 'a' },
      type: 'Warning',
      message: `failure ${second}`,
      lastTimestamp: new Date(second * 1_000).toISOString(),
    }));
    const quotes = timeline({ events }).map(({ quote }) => quote);
    expect(quotes).toHaveLength(1_000);
    expect([quotes.at(0), quotes.at(-1)]).toEqual(['failure 9000', 'failure 9999']);
  });
});
