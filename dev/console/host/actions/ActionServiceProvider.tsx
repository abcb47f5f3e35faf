import type {
  Action,
  ActionProvider,
  K8sResourceCommon,
  ResourceActionProvider,
} from '@openshift-console/dynamic-plugin-sdk';
import {
  isActionProvider,
  isResourceActionProvider,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/actions';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { useResolvedExtensions } from '@openshift/dynamic-plugin-sdk';
import type { ReactElement, ReactNode } from 'react';
import { useCallback, useState } from 'react';
import type { ProvidedActions } from './ActionHook';
import { ActionHook } from './ActionHook';

interface ActionService {
  actions: Action[];
  options: Action[];
  loaded: boolean;
  error: unknown;
}

interface ActionServiceProviderProps {
  /** Scopes by context id; under `resource` a Kubernetes object. */
  context: Record<string, unknown>;
  children: (service: ActionService) => ReactNode;
}

interface Source {
  id: string;
  provider: (scope: unknown) => [Action[], boolean, unknown];
  scope: unknown;
}

const isForResource = (
  { properties: { model } }: { properties: { model: { group?: string; version: string; kind: string } } },
  object: unknown,
): boolean => {
  const kind = getGroupVersionKindForResource(object as K8sResourceCommon);
  return (
    (kind.group ?? '') === (model.group === 'core' ? '' : (model.group ?? '')) &&
    kind.version === model.version &&
    kind.kind === model.kind
  );
};

/** Collects the actions that plugins offer for a context. */
export const ActionServiceProvider = ({ context, children }: ActionServiceProviderProps): ReactElement => {
  const [providers, providersResolved] = useResolvedExtensions<ActionProvider>(isActionProvider);
  const [resourceProviders, resourceResolved] =
    useResolvedExtensions<ResourceActionProvider>(isResourceActionProvider);
  const [provided, setProvided] = useState<ReadonlyMap<string, ProvidedActions>>(new Map());

  const object = context.resource;
  const sources: Source[] = [
    ...providers
      .filter(({ properties }) => properties.contextId in context)
      .map(({ uid, properties }) => ({
        id: uid,
        provider: properties.provider,
        scope: context[properties.contextId],
      })),
    ...(object === undefined
      ? []
      : resourceProviders
          .filter((extension) => isForResource(extension, object))
          .map(({ uid, properties }) => ({ id: uid, provider: properties.provider, scope: object }))),
  ];

  const report = useCallback((id: string, actions: ProvidedActions) => {
    setProvided((current) => new Map(current).set(id, actions));
  }, []);

  const answers = sources.map(({ id }) => provided.get(id));
  const actions = answers.flatMap((answer) => answer?.actions ?? []);
  const loaded = providersResolved && resourceResolved && answers.every((answer) => answer?.ready === true);
  const error = answers.find((answer) => answer?.error !== undefined && answer.error !== null)?.error;

  return (
    <>
      {sources.map((source) => (
        <ActionHook key={source.id} {...source} report={report} />
      ))}
      {children({ actions, options: actions, loaded, error })}
    </>
  );
};
