import { describe, expect, it, vi } from 'vitest';
import type { StoredObject } from '../../contract';
import { noteManager } from './managedFields';

const configMap = (data: Record<string, string>, annotations?: Record<string, string>): StoredObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'x', ...(annotations === undefined ? {} : { annotations }) },
  data,
});

const entries = (object: StoredObject): unknown[] =>
  (object.metadata.managedFields ?? []).map((entry) => {
    const { manager, time, fieldsV1 } = entry as { manager: string; time: string; fieldsV1: unknown };
    return { manager, second: time.slice(17, 19), fieldsV1 };
  });

/** Writes as `manager` at the given second. */
const write = (second: number, manager: string, next: StoredObject, old?: StoredObject): StoredObject => {
  vi.setSystemTime(new Date(Date.UTC(2026, 0, 1, 0, 0, second)));
  next.metadata.managedFields = [...(old?.metadata.managedFields ?? [])];
  noteManager(next, manager, 'Update', old === undefined ? {} : { old });
  return next;
};

describe('noteManager', () => {
  it('gives what is created to its creator', () => {
    vi.useFakeTimers();
    expect(entries(write(1, 'alice', configMap({ a: '1' })))).toEqual([
      { manager: 'alice', second: '01', fieldsV1: { 'f:data': { 'f:a': {} } } },
    ]);
  });

  it("leaves the data's time alone when another manager annotates", () => {
    vi.useFakeTimers();
    const created = write(1, 'alice', configMap({ a: '1' }));
    expect(entries(write(9, 'bob', configMap({ a: '1' }, { note: 'n' }), created))).toEqual([
      { manager: 'alice', second: '01', fieldsV1: { 'f:data': { 'f:a': {} } } },
      { manager: 'bob', second: '09', fieldsV1: { 'f:metadata': { 'f:annotations': { 'f:note': {} } } } },
    ]);
  });

  it('takes a field from its owner when another sets it, and drops who owns nothing', () => {
    vi.useFakeTimers();
    const created = write(1, 'alice', configMap({ a: '1', b: '1' }));
    const second = write(5, 'bob', configMap({ a: '2', b: '1' }), created);
    expect(entries(second)).toEqual([
      { manager: 'alice', second: '01', fieldsV1: { 'f:data': { 'f:b': {} } } },
      { manager: 'bob', second: '05', fieldsV1: { 'f:data': { 'f:a': {} } } },
    ]);
    expect(entries(write(7, 'bob', configMap({ a: '2' }), second))).toEqual([
      { manager: 'bob', second: '07', fieldsV1: { 'f:data': { 'f:a': {} } } },
    ]);
  });
});
