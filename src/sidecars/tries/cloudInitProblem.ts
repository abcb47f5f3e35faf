import { readJson, type JsonNode } from '../json/jsonText';

/** The fields of KubeVirt's CloudInitData by their names in lower case, as Go ignores case. */
const FIELDS: readonly (readonly [name: string, json: JsonNode['type'], go: string])[] = [
  ['DataSource', 'string', 'cloudinit.DataSourceType'],
  ['NoCloudMetaData', 'object', 'cloudinit.NoCloudMetadata'],
  ['ConfigDriveMetaData', 'object', 'cloudinit.ConfigDriveMetadata'],
  ['UserData', 'string', 'string'],
  ['NetworkData', 'string', 'string'],
  ['DevicesData', 'array', '[]cloudinit.DeviceData'],
  ['VolumeName', 'string', 'string'],
];

const goName = ({ type }: JsonNode): string => (type === 'boolean' ? 'bool' : type);

/** KubeVirt reads an answer without user data or metadata as one in an old form, which the shim leaves empty. */
const READ_AS_OLD_FORM = 'unexpected end of JSON input';

/** What KubeVirt says to the result of a preCloudInitIso script, in its own words; undefined if it accepts it. */
export const cloudInitProblem = (output: string): string | undefined => {
  const read = readJson(output);
  if (!read.ok) {
    return read.problem.message;
  }
  const { node } = read;
  if (node.type === 'null') {
    return READ_AS_OLD_FORM;
  }
  if (node.type !== 'object') {
    return `json: cannot unmarshal ${goName(node)} into Go value of type cloudinit.CloudInitData`;
  }
  const values = new Map<string, JsonNode>();
  for (const { key, node: value } of node.members) {
    const field = FIELDS.find(([name]) => name.toLowerCase() === key.toLowerCase());
    if (field !== undefined) {
      const [name, json, go] = field;
      if (value.type !== json && value.type !== 'null') {
        return `json: cannot unmarshal ${goName(value)} into Go struct field CloudInitData.${name} of type ${go}`;
      }
      values.set(name, value);
    }
  }
  const userData = values.get('UserData');
  const hasUserData = userData?.type === 'string' && userData.value !== '';
  const hasMetadata = ['NoCloudMetaData', 'ConfigDriveMetaData'].some(
    (name) => values.get(name)?.type === 'object',
  );
  return hasUserData && hasMetadata ? undefined : READ_AS_OLD_FORM;
};
