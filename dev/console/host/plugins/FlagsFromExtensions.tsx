import type {
  FeatureFlag,
  FeatureFlagHookProvider,
  ModelFeatureFlag,
} from '@openshift-console/dynamic-plugin-sdk';
import {
  isFeatureFlag,
  isFeatureFlagHookProvider,
  isModelFeatureFlag,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/feature-flags';
import { usePluginStore, useResolvedExtensions } from '@openshift/dynamic-plugin-sdk';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { ReactElement } from 'react';
import { memo, useCallback, useEffect } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { setFlag } from '../store/flagsReducer';
import type { HostState } from '../store/store';

type SetFlag = (flag: string, enabled: boolean) => void;

/** Calls one handler, which is a React hook. */
const FlagHook = memo(({ handler, set }: { handler: (set: SetFlag) => void; set: SetFlag }): null => {
  handler(set);
  return null;
});
FlagHook.displayName = 'FlagHook';

/** Sets the feature flags of the session and of the plugins' extensions. */
export const FlagsFromExtensions = ({ flags }: { flags: readonly string[] }): ReactElement => {
  const dispatch = useDispatch();
  const pluginStore = usePluginStore();
  const [handlers] = useResolvedExtensions<FeatureFlag>(isFeatureFlag);
  const [hooks] = useResolvedExtensions<FeatureFlagHookProvider>(isFeatureFlagHookProvider);
  const [modelFlags] = useResolvedExtensions<ModelFeatureFlag>(isModelFeatureFlag);
  const models = useSelector(
    ({ k8s }: HostState) => k8s.getIn(['RESOURCES', 'models']) as Map<string, K8sModel>,
  );
  const discovered = useSelector(({ k8s }: HostState) => k8s.getIn(['RESOURCES', 'loaded']) === true);
  const current = useSelector(({ FLAGS }: HostState) => FLAGS);

  const set = useCallback<SetFlag>(
    (flag, enabled) => {
      dispatch(setFlag(flag, enabled));
    },
    [dispatch],
  );

  useEffect(() => {
    pluginStore.setFeatureFlags(current.toObject());
  }, [pluginStore, current]);
  useEffect(() => {
    for (const flag of flags) {
      set(flag, true);
    }
  }, [flags, set]);
  useEffect(() => {
    for (const { properties } of handlers) {
      properties.handler(set);
    }
  }, [handlers, set]);
  useEffect(() => {
    if (discovered) {
      for (const { properties } of modelFlags) {
        const { group, version, kind } = properties.model;
        set(properties.flag, models.has(`${group}~${version}~${kind}`));
      }
    }
  }, [modelFlags, models, discovered, set]);

  return (
    <>
      {hooks.map(({ uid, properties }) => (
        <FlagHook key={uid} handler={properties.handler} set={set} />
      ))}
    </>
  );
};
