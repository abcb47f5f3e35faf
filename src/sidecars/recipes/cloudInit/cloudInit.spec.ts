import { expect, it } from 'vitest';
import { defaultValues, type ParameterValues } from '../parameter';
import type { Recipe } from '../recipe';
import { recipeScript } from '../script/recipeScript';
import { CLOUD_INIT } from '../testing/inputs';
import { runInPython } from '../testing/runInPython';
import { networkData } from './networkData';
import { sshKey } from './sshKey';
import { writeFile } from './writeFile';

type Data = Record<string, unknown> & { UserData: string };

const given = JSON.parse(CLOUD_INIT) as Data;

const changed = (recipe: Recipe, values: ParameterValues, data: Partial<Data> = {}): Data => {
  const [run] = runInPython([
    {
      hookPoint: 'preCloudInitIso',
      text: recipeScript(recipe, { ...defaultValues(recipe.parameters), ...values }),
      input: JSON.stringify({ ...given, ...data }),
    },
  ]);
  return JSON.parse(run?.result.outputs[0] ?? '') as Data;
};

const decode = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');

/** The contents of the parts of a multipart message, each after its media type. */
const partsOf = (message: string): string[] => {
  const boundary = /boundary="([^"]+)"/.exec(message)?.[1] ?? '';
  return message
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', body = ''] = part.split(/\n\n([^]*)/);
      const type = /Content-Type: ([\w/-]+)/.exec(head)?.[1] ?? '';
      return `${type}: ${head.includes('base64') ? decode(body) : body.trim()}`;
    });
};

const content = 'a: "ü"\n]]> 😀\n';
const config = `text/cloud-config: #cloud-config\n{"merge_how": "list(append)+dict(recurse_array)+str()", "write_files": [{"path": "/etc/ü x", "permissions": "0600", "encoding": "b64", "content": "${Buffer.from(content).toString('base64')}"}]}`;
const file = { path: '/etc/ü x', permissions: '0600', content };

it.each([
  ['a cloud-config', given.UserData, [`text/plain: ${given.UserData}`]],
  ['a script', '#!/bin/sh\necho ü\n', ['text/plain: #!/bin/sh\necho ü\n']],
  ['one MIME part', 'Content-Type: text/x-shellscript\n\n#!/bin/sh', ['text/x-shellscript: #!/bin/sh']],
  [
    'a multipart message',
    'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/x-shellscript\n\n#!/bin/sh\n--b--\n',
    ['text/x-shellscript: #!/bin/sh'],
  ],
  ['no user data', '', []],
])('adds a file to %s, which cloud-init merges', (_what, userData, parts) => {
  const data = changed(writeFile, file, { UserData: userData });
  expect(partsOf(data.UserData)).toEqual([...parts, config]);
  // By this cloud-init knows a message of several parts.
  expect(data.UserData.slice(0, 4096)).toMatch(/mime-version:/i);
  expect(data).toEqual({ ...given, UserData: data.UserData });
});

it('gives the same message at each start', () => {
  expect(changed(writeFile, file)).toEqual(changed(writeFile, file));
});

it('adds keys to those that are there', () => {
  const metadata = { 'instance-id': 'i', 'public-keys': { '0': 'ssh-rsa AAAA a' } };
  const keys = 'ssh-rsa AAAA a\n\n ssh-ed25519 BBBB ü "q"\n';
  expect(changed(sshKey, { keys }, { NoCloudMetaData: metadata })).toEqual({
    ...given,
    NoCloudMetaData: {
      ...metadata,
      'public-keys': { '0': 'ssh-rsa AAAA a', 'recipe-1': 'ssh-ed25519 BBBB ü "q"' },
    },
  });
});

it('adds keys to the metadata of a config drive', () => {
  const data = changed(
    sshKey,
    { keys: 'ssh-rsa AAAA a' },
    { NoCloudMetaData: null, ConfigDriveMetaData: { instance_id: 'i' } },
  );
  expect(data.ConfigDriveMetaData).toEqual({
    instance_id: 'i',
    public_keys: { 'recipe-0': 'ssh-rsa AAAA a' },
  });
  expect(data.NoCloudMetaData).toBeNull();
});

it('replaces the network configuration only', () => {
  expect(changed(networkData, { networkData: 'version: 1\nname: "ü"\n' })).toEqual({
    ...given,
    NetworkData: 'version: 1\nname: "ü"\n',
  });
});
