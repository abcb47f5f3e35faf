import { useSelector } from 'react-redux';

interface ConsoleState {
  sdkCore?: { impersonate?: { name?: string } | null; user?: { username?: string } };
}

/** React hook: the user's name, or that of the impersonated user; empty while, or because, the console does not know it. */
export const useUserName = (): string =>
  useSelector(({ sdkCore }: ConsoleState) => sdkCore?.impersonate?.name ?? sdkCore?.user?.username ?? '');
