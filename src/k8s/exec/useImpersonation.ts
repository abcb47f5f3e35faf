import { useSelector } from 'react-redux';

interface ConsoleState {
  sdkCore?: { impersonate?: { subprotocols?: string[] } };
}

const NONE: readonly string[] = [];

/** The subprotocols by which the console passes an impersonated user ("view as") on a WebSocket. */
export const useImpersonation = (): readonly string[] =>
  useSelector((state: ConsoleState) => state.sdkCore?.impersonate?.subprotocols ?? NONE);
