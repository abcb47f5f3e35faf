import { Alert, AlertActionLink } from '@patternfly/react-core';
import { usePluginInfo, usePluginStore } from '@openshift/dynamic-plugin-sdk';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { MANIFEST_URL } from './pluginStore';
import { errorText } from '../layout/errorText';

const causeOf = (cause: unknown): string => (cause instanceof Error ? cause.message : '');

/** Shows plugins that failed to load, with the loader's reason. */
export const PluginFailures = (): ReactElement => {
  const store = usePluginStore();
  const plugins = usePluginInfo();
  const [manifestError, setManifestError] = useState<string>();
  const failed = plugins.filter((plugin) => plugin.status === 'failed');

  const load = (): void => {
    store.loadPlugin(MANIFEST_URL, true).then(
      () => {
        setManifestError(undefined);
      },
      (error: unknown) => {
        setManifestError(errorText(error));
      },
    );
  };
  // This returns the first load's result too: the store shares requests for one manifest.
  useEffect(() => {
    store.loadPlugin(MANIFEST_URL).catch((error: unknown) => {
      setManifestError(errorText(error));
    });
  }, [store]);

  const retry = <AlertActionLink onClick={load}>Try again</AlertActionLink>;
  return (
    <>
      {manifestError === undefined ? null : (
        <Alert
          isInline
          variant="danger"
          title="The plugin's manifest could not be loaded"
          actionLinks={retry}
        >
          {manifestError}
        </Alert>
      )}
      {failed.map(({ manifest, errorMessage, errorCause }) => (
        <Alert
          key={manifest.name}
          isInline
          variant="danger"
          title={`Plugin ${manifest.name} failed to load`}
          actionLinks={retry}
        >
          {errorMessage} {causeOf(errorCause)}
        </Alert>
      ))}
    </>
  );
};
