import { fenced, inline } from './markdownText';
import { maskHidden } from './maskHidden';
import { maskLogText } from './maskLog';

/** All that a ticket needs. Sentences come translated; what is empty or undefined is left out. */
export interface ReportInput {
  title: string;
  headings: Record<'findings' | 'versions' | 'timeline' | 'annotation' | 'scripts' | 'logs', string>;
  findings: readonly ReportFinding[];
  /** By name, such as KubeVirt. */
  versions?: Readonly<Record<string, string>> | undefined;
  /** One line each. */
  timeline?: readonly string[] | undefined;
  annotation?: string | undefined;
  scripts?: readonly { name: string; text: string }[] | undefined;
  /** Without secrets that go over many lines: only the last lines are told. */
  logs?: readonly { container: string; text: string }[] | undefined;
}

interface ReportFinding {
  severity: string;
  what: string;
  why: string;
  cure: string;
  evidence: readonly { source: string; time?: string | undefined; quote: string }[];
}

/** The end of a log tells what went wrong; tickets take no megabytes. */
const LOG_LINES = 50;

const findingLines = ({ severity, what, why, cure, evidence }: ReportFinding): string =>
  [
    `- **${inline(severity)}: ${inline(what)}** ${inline(why)} ${inline(cure)}`,
    ...evidence.map(({ source, time, quote }) => {
      const place = [time, source].filter((part) => part !== undefined && part !== '').join(', ');
      return `  - ${inline(place)}\n\n${fenced(maskHidden(quote)).replace(/^/gm, '    ')}`;
    }),
  ].join('\n');

const lastLines = (text: string): string => text.replace(/\n$/, '').split('\n').slice(-LOG_LINES).join('\n');

const prettyJson = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** A report in Markdown, with secrets masked everywhere: sentences quote the cluster's own text as well. */
export const markdownReport = (input: ReportInput): string => {
  const {
    title,
    headings,
    findings,
    versions = {},
    timeline = [],
    annotation,
    scripts = [],
    logs = [],
  } = input;
  const section = (heading: string, parts: readonly string[]): string[] =>
    parts.length === 0 ? [] : [`## ${inline(heading)}`, ...parts];
  return [
    `# ${inline(title)}`,
    ...section(headings.findings, findings.length === 0 ? [] : [findings.map(findingLines).join('\n')]),
    ...section(
      headings.versions,
      Object.keys(versions).length === 0
        ? []
        : [
            Object.entries(versions)
              .map(([name, version]) => `- ${inline(name)}: ${inline(version)}`)
              .join('\n'),
          ],
    ),
    ...section(
      headings.timeline,
      timeline.length === 0 ? [] : [timeline.map((line) => `- ${inline(line)}`).join('\n')],
    ),
    ...section(
      headings.annotation,
      annotation === undefined ? [] : [fenced(maskHidden(prettyJson(annotation)), 'json')],
    ),
    ...section(
      headings.scripts,
      scripts.flatMap(({ name, text }) => [`### ${inline(name)}`, fenced(maskHidden(text))]),
    ),
    ...section(
      headings.logs,
      logs.flatMap(({ container, text }) => [
        `### ${inline(container)}`,
        fenced(maskHidden(lastLines(text), maskLogText)),
      ]),
    ),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
};
