import { Alert, AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useSession } from '../session/SessionContext';

/** Says that the session has expired; the real console would open its login page. */
export const SessionOver = (): ReactElement | null => {
  const { ownCluster } = useSession();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const end = (): void => {
      setIsOver(true);
    };
    window.addEventListener('session-over', end);
    return () => {
      window.removeEventListener('session-over', end);
    };
  }, []);
  // With a kubeconfig the server renews credentials itself, and ClusterTrouble reports that there are none.
  return isOver && ownCluster === undefined ? (
    <Alert
      isInline
      variant="danger"
      title="The cluster no longer accepts this session"
      actionLinks={
        <AlertActionLink
          onClick={() => {
            window.location.reload();
          }}
        >
          Reload the page
        </AlertActionLink>
      }
    >
      The embedded cluster was probably started anew.
    </Alert>
  ) : null;
};
