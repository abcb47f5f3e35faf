import { describe, expect, it } from 'vitest';
import type { StoredObject } from '../contract';
import { fieldMatcher, labelMatcher } from './selectors';

const object: StoredObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'one', namespace: 'a', labels: { app: 'demo', tier: '3', 'vm.kubevirt.io/name': 'vm' } },
  spec: { nodeName: 'node' },
  status: { phase: 'Running' },
};

describe('label selector', () => {
  it.each([
    ['', true],
    ['app', true],
    ['!app', false],
    ['app=demo', true],
    ['app==demo,tier=3', true],
    ['app!=demo', false],
    ['missing!=x', true],
    ['app in (x, demo)', true],
    ['app notin (x,demo),tier', false],
    ['missing notin (x)', true],
    ['tier>2', true],
    ['tier<2', false],
    ['vm.kubevirt.io/name=vm', true],
    ['!missing, app in (demo)', true],
  ])('%s', (selector, expected) => {
    expect(labelMatcher(selector)(object)).toBe(expected);
  });

  it.each(['app=demo=x', 'app in demo', '=x', 'a b'])('refuses %s', (selector) => {
    expect(() => labelMatcher(selector)).toThrow('unable to parse requirement');
  });
});

describe('field selector', () => {
  it.each([
    ['', true],
    ['metadata.name=one', true],
    ['metadata.name!=one', false],
    ['metadata.namespace=a,spec.nodeName=node', true],
    ['status.phase=Pending', false],
    ['status.podIP=', true],
  ])('%s', (selector, expected) => {
    expect(fieldMatcher(selector, 'pods')(object)).toBe(expected);
  });

  it('refuses fields that the resource does not offer', () => {
    expect(() => fieldMatcher('spec.nodeName=x', 'configmaps')).toThrow(
      'field label not supported: spec.nodeName',
    );
  });
});
