import type { StoredObject } from '../../contract';
import { isRecord } from '../../store/jsonValue';

export type Part = Readonly<Record<string, unknown>>;

/** A part of an object; empty if it is missing or no object. */
export const part = (value: unknown, ...path: string[]): Part => {
  const found = path.reduce<unknown>((current, key) => (isRecord(current) ? current[key] : undefined), value);
  return isRecord(found) ? found : {};
};

export const parts = (value: unknown): Part[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** The containers of a pod in the order in which Kubernetes visits them. */
export const containersOf = ({ spec }: StoredObject): { init: Part[]; main: Part[] } => ({
  init: parts(part(spec).initContainers),
  main: parts(part(spec).containers),
});

export const nameOf = ({ name }: Part): string => (typeof name === 'string' ? name : '');

/** What a container asks for: a limit without a request is a request too. */
export const resourcesOf = (container: Part): { requests: Part; limits: Part } => {
  const limits = part(container, 'resources', 'limits');
  return { limits, requests: { ...limits, ...part(container, 'resources', 'requests') } };
};
