import type { Pod } from '../objects/resources';
import { sidecarNumber } from '../annotation/sidecarContainer';
import { isAtLeastAlpha3 } from './protocolVersion';
import type { CureAction, DiagnosisFinding } from './diagnosisModel';
import { editScriptOf, editSidecarOf, type Facts } from './facts';
import { lastWords } from '../logs/logTail';
import { quoteOf } from './messages';
import { textRules } from './textRule';

const fromText = textRules([
  {
    id: 'versionMissing',
    severity: 'error',
    cause: 'annotation',
    from: ['sidecarLog', 'container'],
    pattern: /Missing --version parameter/,
    cure: (facts, _params, { container }) => editContainer(facts, container),
  },
  {
    id: 'versionUnsupported',
    severity: 'error',
    cause: 'annotation',
    from: ['sidecarLog', 'container'],
    pattern: /Supported options are \[/,
    cure: (facts, _params, { container }) => editContainer(facts, container),
  },
  {
    id: 'versionUnsupported',
    severity: 'error',
    cause: 'annotation',
    from: ['computeLog', 'condition', 'event'],
    pattern: /Hook sidecar does not expose a supported version/,
    cure: () => ({ kind: 'editSidecars' }),
  },
  {
    id: 'socketsNotCollected',
    severity: 'error',
    cause: 'annotation',
    pattern: /Failed to collect all expected sidecar hook sockets/,
    cure: () => ({ kind: 'editSidecars' }),
  },
  {
    id: 'podNotScheduled',
    severity: 'error',
    cause: 'cluster',
    from: ['condition'],
    pattern: /^\d+\/\d+ nodes are available|unschedulable/i,
  },
]);

const editContainer = (facts: Facts, container = ''): CureAction | undefined =>
  editSidecarOf(facts, sidecarNumber(container));

const PULL_FAILURES: readonly string[] = [
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
];

/** Reasons for which a container ended that never ran. */
const NEVER_RAN: readonly string[] = ['StartError', 'ContainerCannotRun'];

const statusFindings = (facts: Facts, { metadata, status }: Pod): DiagnosisFinding[] =>
  (status?.containerStatuses ?? []).flatMap(({ name, image = '', state }): DiagnosisFinding[] => {
    const number = sidecarNumber(name);
    if (number === undefined) {
      return [];
    }
    const source = {
      kind: 'object',
      object: 'Pod',
      name: metadata.name,
      field: `status.containerStatuses[${name}]`,
    } as const;
    const { waiting, terminated } = state ?? {};
    const reason = waiting?.reason ?? '';
    if (PULL_FAILURES.includes(reason)) {
      return [
        {
          id: 'imageNotPulled',
          severity: 'error',
          cause: 'image',
          params: { container: name, image, reason },
          evidence: [{ source, quote: waiting?.message ?? reason }],
          cure: editSidecarOf(facts, number),
        },
      ];
    }
    if (terminated === undefined || terminated.exitCode === 0 || status?.phase === 'Succeeded') {
      return [];
    }
    const time = terminated.finishedAt;
    const { message = `${terminated.reason ?? 'Error'}, exit code ${terminated.exitCode}` } = terminated;
    const quote = quoteOf(lastWords(message));
    const evidence = [
      {
        source,
        ...(time === undefined ? {} : { time }),
        quote,
        ...(quote === message ? {} : { whole: message }),
      },
    ];
    if (NEVER_RAN.includes(terminated.reason ?? '')) {
      return [
        {
          id: 'containerNotStarted',
          severity: 'error',
          cause: 'image',
          params: { container: name },
          evidence,
          cure: editSidecarOf(facts, number),
        },
      ];
    }
    return [
      {
        id: 'sidecarEnded',
        severity: facts.isUp ? 'warning' : 'error',
        cause: 'annotation',
        params: { container: name, exitCode: terminated.exitCode },
        evidence,
        cure: editScriptOf(facts, number),
      },
    ];
  });

/** A pod whose domain is gone while its sidecars go on: the next migration, or a new start, waits for it. */
const lingering = ({ sidecars }: Facts, { metadata, status }: Pod): DiagnosisFinding[] => {
  const containers = status?.containerStatuses ?? [];
  const compute = containers.find(({ name }) => name === 'compute');
  const left = containers.find(
    ({ name, state }) => sidecarNumber(name) !== undefined && state?.running !== undefined,
  );
  const ended = compute?.state?.terminated;
  const finished = ended?.finishedAt;
  return ended === undefined || left === undefined
    ? []
    : [
        {
          id: 'oldPodLingers',
          severity: 'warning',
          cause: sidecars.some((sidecar) => !isAtLeastAlpha3(sidecar)) ? 'annotation' : 'script',
          params: { pod: metadata.name, container: left.name },
          evidence: [
            {
              source: {
                kind: 'object',
                object: 'Pod',
                name: metadata.name,
                field: `status.containerStatuses[${left.name}]`,
              },
              ...(finished === undefined ? {} : { time: finished }),
              quote: `compute: ${ended.reason ?? `exit code ${ended.exitCode}`}; ${left.name}: running`,
            },
          ],
          cure: { kind: 'freePod', pod: metadata.name },
        },
      ];
};

/** What the containers of the pods tell: images, versions, ends. */
export const containerFindings = (facts: Facts): DiagnosisFinding[] => [
  ...fromText(facts),
  ...(facts.pod === undefined ? [] : statusFindings(facts, facts.pod)),
  ...(facts.input.pods ?? []).flatMap((pod) => lingering(facts, pod)),
];
