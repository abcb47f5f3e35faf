import { describe, expect, it } from 'vitest';
import type { Finding, FindingId, Severity } from '../checks/check';
import type { DiagnosisFinding, DiagnosisId } from './diagnose';
import { withoutRepeats, worstFirst } from './withoutRepeats';

const happened = (
  id: DiagnosisId,
  params: DiagnosisFinding['params'] = {},
  severity: Severity = 'error',
): DiagnosisFinding => ({
  id,
  severity,
  cause: 'script',
  params,
  evidence: [],
  cure: { kind: 'editScript', configMap: 'c', key: 'k' },
});

const inLog = (id: DiagnosisId, container: string): DiagnosisFinding => ({
  ...happened(id),
  evidence: [{ source: { kind: 'log', container, line: 1 }, quote: 'Input error' }],
});

const foreseen = (id: FindingId, configMap = 'c', severity: Severity = 'error'): Finding => ({
  id,
  severity,
  params: {},
  place: { kind: 'script', configMap, key: 'k', line: 1, column: 1 },
});

describe('withoutRepeats', () => {
  it.each<[string, DiagnosisFinding[], DiagnosisId[]]>([
    [
      'the exit status of a command that is missing',
      [happened('commandNotFound', { command: 'jq' }), happened('scriptFailed', { status: '127' })],
      ['commandNotFound'],
    ],
    [
      'another exit status',
      [happened('commandNotFound', { command: 'jq' }), happened('scriptFailed', { status: '3' })],
      ['commandNotFound', 'scriptFailed'],
    ],
    [
      'the exit status of a module that is missing',
      [happened('moduleNotFound', { module: 'lxml' }), happened('scriptFailed', { status: '1' })],
      ['moduleNotFound'],
    ],
    ['an exit status by itself', [happened('scriptFailed', { status: '127' })], ['scriptFailed']],
    [
      'that no node takes a pod whose claim is missing',
      [happened('pvcNotFound', { name: 'p' }), happened('podNotScheduled')],
      ['pvcNotFound'],
    ],
    [
      'that a sidecar ended which said why',
      [inLog('versionMissing', 'hook-sidecar-0'), happened('sidecarEnded', { container: 'hook-sidecar-0' })],
      ['versionMissing'],
    ],
    [
      'that a sidecar ended beside another that said why',
      [inLog('versionMissing', 'hook-sidecar-0'), happened('sidecarEnded', { container: 'hook-sidecar-1' })],
      ['versionMissing', 'sidecarEnded'],
    ],
    ['that no node takes a pod', [happened('podNotScheduled')], ['podNotScheduled']],
  ])('tells %s once', (_case, diagnosed, expected) => {
    expect(withoutRepeats(diagnosed, []).diagnosed.map(({ finding }) => finding.id)).toEqual(expected);
  });

  it('takes over what was foreseen of the same script, and leaves the rest', () => {
    const own = foreseen('nothingPrinted');
    const other = foreseen('nothingPrinted', 'another');
    const unrelated = foreseen('unquotedArgument');
    const { diagnosed, checked } = withoutRepeats([happened('cloudInitBroken')], [own, other, unrelated]);
    expect(diagnosed[0]?.checks).toEqual([own]);
    expect(checked).toEqual([other, unrelated]);
  });

  it.each<DiagnosisId>(['textAroundXml', 'printedNothing', 'cloudInitBroken'])(
    'tells of a printed message beside its consequence %s only',
    (id) => {
      const message = foreseen('extraOutput');
      const { diagnosed, checked } = withoutRepeats([happened(id)], [message]);
      expect([diagnosed[0]?.checks, checked]).toEqual([[message], []]);
    },
  );

  it('leaves what is foreseen of the template apart from a sidecar that only runs', () => {
    const next: Finding = {
      id: 'keyMissing',
      severity: 'error',
      params: {},
      place: { kind: 'annotation', index: 0 },
    };
    const gone: DiagnosisFinding = { ...happened('hookNotFound'), cure: { kind: 'restart' } };
    expect(withoutRepeats([gone], [next]).checked).toEqual([next]);
  });
});

it('puts the worst first, and of equally bad ones what happened', () => {
  const { diagnosed, checked } = withoutRepeats(
    [
      happened('scriptFailed'),
      happened('changeRepeated', {}, 'warning'),
      happened('extraDisk', {}, 'advice'),
    ],
    [
      foreseen('keyMissing'),
      foreseen('unquotedArgument', 'c', 'warning'),
      foreseen('imageSet', 'c', 'advice'),
    ],
  );
  const ids = worstFirst(diagnosed, checked).map((told) =>
    told.kind === 'happened' ? told.diagnosed.finding.id : told.finding.id,
  );
  expect(ids).toEqual([
    'scriptFailed',
    'keyMissing',
    'changeRepeated',
    'unquotedArgument',
    'extraDisk',
    'imageSet',
  ]);
});
