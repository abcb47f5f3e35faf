import { describe, expect, it } from 'vitest';
import { isGateRefusal } from './cluster';

describe('isGateRefusal', () => {
  it.each([
    [
      'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: sidecar feature gate is not enabled in kubevirt-config, invalid entry spec.template.metadata.annotations.hooks.kubevirt.io/hookSidecars',
      true,
    ],
    ['admission webhook "virtualmachine-validator.kubevirt.io" denied the request: no disks', false],
  ])('of %s is %s', (message, refused) => {
    expect(isGateRefusal(message)).toBe(refused);
  });
});
