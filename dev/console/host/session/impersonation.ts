import type { CoreState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import { useDispatch, useSelector } from 'react-redux';
import { useNavigate } from 'react-router';
import { setImpersonated } from '../store/coreReducer';
import type { HostState } from '../store/store';

type Impersonated = NonNullable<CoreState['impersonate']>;

/** Base64 of the text's UTF-8, without characters that a subprotocol forbids, as the console's server decodes it. */
const encode = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('=', '_')
    .replaceAll('/', '-');

/** The impersonated user in the SDK's store. Requests get headers, WebSockets these subprotocols. */
export const impersonationOf = (name: string, groups: readonly string[]): Impersonated => ({
  kind: 'User',
  name,
  groups: [...groups],
  subprotocols: [
    `Impersonate-User.${encode(name)}`,
    ...groups.map((group) => `Impersonate-Group.${encode(group)}`),
  ],
});

export const useImpersonated = (): Impersonated | undefined =>
  useSelector((state: HostState) => state.sdkCore.impersonate);

/** Impersonates the user and opens the first page; undefined stops impersonating. */
export const useViewAs = (): ((impersonated: Impersonated | undefined) => void) => {
  const dispatch = useDispatch();
  const navigate = useNavigate();
  return (impersonated) => {
    dispatch(setImpersonated(impersonated));
    void navigate('/');
  };
};
