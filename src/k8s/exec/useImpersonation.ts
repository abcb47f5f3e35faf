import { useSelector } from 'react-redux';

interface ConsoleState {
  sdkCore?: { impersonate?: { subprotocols?: string[] } };
}

const NONE: readonly string[] = [];

/** React hook: the subprotocols with which the console passes an impersonated user on a WebSocket. */
export const useImpersonation = (): readonly string[] =>
  useSelector((state: ConsoleState) => state.sdkCore?.impersonate?.subprotocols ?? NONE);
