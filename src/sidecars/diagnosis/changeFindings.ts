import type { DefinedDomain } from './definedDomains';
import { happened } from './diagnosisEntries';
import type { DiagnosisFinding, Evidence } from './diagnosisModel';
import { editScriptOf, onlySidecar, type Facts } from './facts';
import { quoteOf } from './messages';

// Scripts write this XML, of any size and not always well-formed: each pattern must take linear time.
const ATTRIBUTE = /(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const attribute = (tag: string, name: string): string | undefined =>
  Array.from(tag.matchAll(ATTRIBUTE), ([, key, double, single]) => ({ key, value: double ?? single })).find(
    ({ key }) => key === name,
  )?.value;

const unescaped = (text: string): string =>
  text.replace(
    /&(quot|apos|lt|gt|amp|#34|#39);/g,
    (_all, name: string) => ({ quot: '"', '#34': '"', apos: "'", '#39': "'", lt: '<', gt: '>' })[name] ?? '&',
  );

/** QEMU arguments with their values: `-vnc :1`. Only both together identify a repeated option. */
const qemuArguments = (xml: string): string[] => {
  const values = Array.from(xml.matchAll(/<(?:[\w-]+:)?arg\b[^<>]*>/g), ([tag]) =>
    unescaped(attribute(tag, 'value') ?? ''),
  );
  return values.flatMap((value, index) => {
    const next = values[index + 1];
    return value.startsWith('-')
      ? [next === undefined || next.startsWith('-') ? value : `${value} ${next}`]
      : [];
  });
};

const SYSINFO =
  /<(?<end>\/?)(?<block>bios|system|baseBoard|chassis)>|<entry\b(?<tag>[^<>]*)>(?<text>[^<]*)<\/entry>/g;

/** Entries of sysinfo by the block they are in, as each may have the same names. */
const sysinfoEntries = (xml: string): string[] => {
  const entries: string[] = [];
  let inBlock: string | undefined;
  for (const { groups: { end, block, tag = '', text = '' } = {} } of xml.matchAll(SYSINFO)) {
    if (block !== undefined) {
      inBlock = end === '' ? block : undefined;
    } else if (inBlock !== undefined) {
      entries.push(`${inBlock}/${attribute(tag, 'name') ?? ''}: ${unescaped(text).trim()}`);
    }
  }
  return entries;
};

const ownAliases = (xml: string): string[] =>
  Array.from(xml.matchAll(/<alias\b[^<>]*>/g), ([tag]) => attribute(tag, 'name') ?? '')
    .filter((name) => name.startsWith('ua-'))
    .map((name) => `alias ${name}`);

/** Changes of scripts that KubeVirt and libvirt keep as they are written: only of these can it be said that they are gone. */
const traceableChanges = (xml: string): string[] => [
  ...qemuArguments(xml),
  ...sysinfoEntries(xml),
  ...ownAliases(xml),
];

const evidenceOf = ({ line: { container, line, time } }: DefinedDomain, what: string): Evidence => ({
  source: { kind: 'log', container, line },
  time,
  quote: quoteOf(what),
});

const CLOSING = '</domain>';

/** The second alternative, for a comment without an end, avoids a search from each of many. */
const withoutComments = (text: string): string =>
  text.replace(/<!--.*?(?:-->|$)/gs, (comment) => (comment.endsWith('-->') ? '' : comment));

const repeatedOf = (changes: readonly string[]): Set<string> => {
  const seen = new Set<string>();
  return new Set(changes.filter((what) => seen.size === seen.add(what).size));
};

/** What the scripts returned, as libvirt got it, compared with itself and with earlier calls. */
export const changeFindings = (facts: Facts): DiagnosisFinding[] => {
  const { defined, sidecars } = facts;
  const last = defined.at(-1);
  if (last === undefined || sidecars.length === 0) {
    return [];
  }
  const cure = editScriptOf(facts, onlySidecar(facts, 'onDefineDomain'));
  const finding = (id: 'changeRepeated' | 'changeLost', what: string): DiagnosisFinding =>
    happened(id, { params: { what }, evidence: [evidenceOf(last, what)], cure });
  const changes = traceableChanges(last.xml);
  const current = new Set(changes);
  const earlier = new Set(defined.slice(0, -1).flatMap(({ xml }) => traceableChanges(xml)));
  const lost = [...earlier].filter((what) => !current.has(what));
  const text = last.xml.trim();
  const around = text.startsWith('<')
    ? withoutComments(text.slice(text.lastIndexOf(CLOSING) + CLOSING.length))
    : text.slice(0, text.indexOf('<'));
  return [
    ...(text.includes(CLOSING) && around.trim() !== ''
      ? [happened('textAroundXml', { evidence: [evidenceOf(last, around.trim())], cure })]
      : []),
    ...[...repeatedOf(changes)].map((what) => finding('changeRepeated', what)),
    ...lost.map((what) => finding('changeLost', what)),
  ];
};
