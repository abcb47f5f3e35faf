import { describe, expect, it } from 'vitest';
import type { DiagnosisFinding } from '../../sidecars/diagnosis/diagnose';
import { DIAGNOSIS_IDS, DIAGNOSIS_PARAMS } from '../../sidecars/diagnosis/diagnosisId';
import { translateEnglish } from '../../testing/translateEnglish';
import { diagnosisText } from './diagnosisText';

const PARAMS: DiagnosisFinding['params'] = {
  gate: 'sidecar',
  version: 'v1.9.0',
  message: 'XML error',
  name: 'a',
  container: 'hook-sidecar-0',
  image: 'i',
  reason: 'ErrImagePull',
  pod: 'virt-launcher-vm-x',
  exitCode: 1,
  hookPoint: 'onDefineDomain',
  hookPath: '/usr/bin/onDefineDomain',
  index: 1,
  count: 2,
  command: 'jq',
  module: 'lxml',
  status: '1',
  element: 'foo',
  what: '-vnc :1',
  added: 1,
  changed: 0,
  removed: 0,
  configMap: 'a',
  volume: 'v',
};

describe('diagnosisText', () => {
  it.each(DIAGNOSIS_IDS)(
    'says what, why and what to do for %s, with no more than its own parameters',
    (id) => {
      const { what, why, cure } = diagnosisText(translateEnglish, {
        id,
        params: Object.fromEntries(DIAGNOSIS_PARAMS[id].map((name) => [name, PARAMS[name] ?? ''])),
      });
      for (const sentence of [what, why, cure]) {
        expect(sentence).toMatch(/^\S.+\S$/);
        expect(sentence).not.toMatch(/\{\{|undefined|NaN/);
      }
    },
  );

  it.each<[DiagnosisFinding['id'], DiagnosisFinding['cause'], DiagnosisFinding['cure'], string]>([
    ['annotationMalformed', 'annotation', { kind: 'editSidecars' }, 'Repair the annotation.'],
    [
      'annotationMalformed',
      'annotation',
      { kind: 'restart' },
      'The VM was changed since: restart it to apply the change.',
    ],
    ['scriptDiffers', 'drift', { kind: 'restart' }, 'Restart the VM.'],
  ])('of %s by %s, where %j helps, says so', (id, cause, cure, expected) => {
    expect(diagnosisText(translateEnglish, { id, params: PARAMS, cause, cure }).cure).toBe(expected);
  });

  it('counts sidecars from 1', () => {
    expect(diagnosisText(translateEnglish, { id: 'hookWithoutEffect', params: PARAMS }).what).toBe(
      'The script of sidecar 2 changed nothing',
    );
  });
});
