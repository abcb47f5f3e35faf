import { describe, expect, it } from 'vitest';
import type { DiagnosisFinding } from '../../sidecars/diagnosis/diagnose';
import { translateEnglish } from '../../testing/translateEnglish';
import { diagnosisText } from './diagnosisText';

describe('diagnosisText', () => {
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
    expect(diagnosisText(translateEnglish, { id, params: { configMap: 'a' }, cause, cure }).cure).toBe(
      expected,
    );
  });
});
