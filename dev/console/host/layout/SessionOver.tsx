import { Alert, AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useSession } from '../session/SessionContext';

/** Says that the API server no longer accepts the session; the real console would send the user to its login page. */
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
  // With a kubeconfig the console takes new credentials by itself, and says meanwhile that it has none.
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
