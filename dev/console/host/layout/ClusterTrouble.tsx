import { Alert } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { coFetchJSON } from '../shims/shared/src/utils/console-fetch';

const EVERY_MS = 10_000;
const WHILE_AWAY_MS = 3_000;
const TIMEOUT_MS = 15_000;

const askTrouble = async (): Promise<string | undefined> => {
  try {
    const health = (await coFetchJSON('/api/embedded/health', 'GET', null, TIMEOUT_MS)) as {
      trouble?: string;
    };
    return health.trouble;
  } catch {
    return 'The console’s server does not answer. Was it stopped?';
  }
};

/** A banner while the cluster cannot be used. Watches and discovery recover on their own. */
export const ClusterTrouble = (): ReactElement | null => {
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    let timer: number | undefined;
    let isGone = false;
    const ask = async (): Promise<void> => {
      const now = await askTrouble();
      if (!isGone) {
        setTrouble(now);
        timer = window.setTimeout(() => void ask(), now === undefined ? EVERY_MS : WHILE_AWAY_MS);
      }
    };
    void ask();
    return () => {
      isGone = true;
      window.clearTimeout(timer);
    };
  }, []);
  return trouble === undefined ? null : (
    <Alert isInline variant="danger" title="The cluster cannot be used" data-test="cluster-trouble">
      {trouble} What you see may be out of date; it goes on by itself once the cluster is back.
    </Alert>
  );
};
