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
import type { Extension } from '@openshift/dynamic-plugin-sdk';
import { useResolvedExtensions } from '@openshift/dynamic-plugin-sdk';
import type { ReactElement, ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { actionReference } from './actionReference';
import type { ProvidedActions } from './ActionHook';
import { ActionHook } from './ActionHook';

interface ActionService {
  actions: Action[];
  options: Action[];
  loaded: boolean;
  error: unknown;
}

interface ActionServiceProviderProps {
  /** Scopes by context id; `resource` contains a Kubernetes object. */
  context: Record<string, unknown>;
  children: (service: ActionService) => ReactNode;
}

interface Source {
  id: string;
  provider: (scope: unknown) => [Action[], boolean, unknown];
  scope: unknown;
}

/** Collects the actions that plugins offer for a context. */
export const ActionServiceProvider = ({ context, children }: ActionServiceProviderProps): ReactElement => {
  const object = context.resource;
  const reference =
    object === undefined
      ? undefined
      : actionReference(getGroupVersionKindForResource(object as K8sResourceCommon));
  const contextIds = Object.keys(context).join(' ');
  // As in the console, only the code of the requested providers is loaded. A new predicate would load it again.
  const isAsked = useCallback(
    (extension: Extension): extension is ActionProvider =>
      isActionProvider(extension) && contextIds.split(' ').includes(extension.properties.contextId),
    [contextIds],
  );
  const isAskedForResource = useCallback(
    (extension: Extension): extension is ResourceActionProvider =>
      isResourceActionProvider(extension) && actionReference(extension.properties.model) === reference,
    [reference],
  );
  const [providers, providersResolved] = useResolvedExtensions<ActionProvider>(isAsked);
  const [resourceProviders, resourceResolved] =
    useResolvedExtensions<ResourceActionProvider>(isAskedForResource);
  const [provided, setProvided] = useState<ReadonlyMap<string, ProvidedActions>>(new Map());

  const sources: Source[] = [
    ...providers.map(({ uid, properties }) => ({
      id: uid,
      provider: properties.provider,
      scope: context[properties.contextId],
    })),
    ...resourceProviders.map(({ uid, properties }) => ({
      id: uid,
      provider: properties.provider,
      scope: object,
    })),
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
