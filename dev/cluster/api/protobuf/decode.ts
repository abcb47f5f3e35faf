import { ApiError, badRequest } from '../../store/apiError';
import type { FieldType, Message } from './messages';
import { MESSAGES } from './messages';

export const PROTOBUF_TYPE = 'application/vnd.kubernetes.protobuf';

/** Every protobuf body of Kubernetes begins with these bytes. */
const MAGIC = Buffer.from('k8s\0');

const VARINT = 0;
const LENGTH_DELIMITED = 2;

interface WireField {
  number: number;
  /** A number for a varint, bytes for everything with a length. */
  value: number | Buffer;
}

const truncated = (): ApiError => badRequest('error decoding protobuf: the message is cut off or malformed');

const readVarint = (bytes: Buffer, start: number): { value: number; end: number } => {
  let value = 0;
  for (let index = start, factor = 1; index < bytes.length; index += 1, factor *= 128) {
    const byte = bytes[index] ?? 0;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) {
      return { value, end: index + 1 };
    }
  }
  throw truncated();
};

const readFields = (bytes: Buffer): WireField[] => {
  const fields: WireField[] = [];
  let position = 0;
  while (position < bytes.length) {
    const tag = readVarint(bytes, position);
    const wireType = tag.value % 8;
    const number = Math.floor(tag.value / 8);
    if (wireType !== VARINT && wireType !== LENGTH_DELIMITED) {
      throw truncated();
    }
    const { value, end } = readVarint(bytes, tag.end);
    position = wireType === VARINT ? end : end + value;
    if (position > bytes.length) {
      throw truncated();
    }
    fields.push({ number, value: wireType === VARINT ? value : bytes.subarray(end, position) });
  }
  return fields;
};

const asBytes = (value: number | Buffer | undefined): Buffer =>
  typeof value === 'number' ? Buffer.of() : (value ?? Buffer.of());

const decodeEntry = (bytes: Buffer, encoding: 'utf8' | 'base64'): [string, string] => {
  const fields = readFields(bytes);
  const of = (wanted: number): Buffer => asBytes(fields.find(({ number }) => number === wanted)?.value);
  return [of(1).toString(), of(2).toString(encoding)];
};

const decodeField = (type: FieldType, values: readonly (number | Buffer)[]): unknown => {
  const last = values.at(-1);
  switch (type) {
    case 'string':
      return asBytes(last).toString();
    case 'bytes':
      return asBytes(last).toString('base64');
    case 'bool':
      return last === 1;
    case 'stringMap':
      return Object.fromEntries(values.map((value) => decodeEntry(asBytes(value), 'utf8')));
    case 'bytesMap':
      return Object.fromEntries(values.map((value) => decodeEntry(asBytes(value), 'base64')));
    case 'ignored':
      return undefined;
    default: {
      const decoded = values.map((value) => decodeMessage(type.message, asBytes(value)));
      return type.repeated ? decoded : decoded.at(-1);
    }
  }
};

/** Unknown fields are errors: what a user sends is either stored completely or refused. */
const decodeMessage = (message: Message, bytes: Buffer): Record<string, unknown> => {
  const byNumber = new Map<number, (number | Buffer)[]>();
  for (const { number, value } of readFields(bytes)) {
    byNumber.set(number, [...(byNumber.get(number) ?? []), value]);
  }
  const result: Record<string, unknown> = {};
  for (const [number, values] of byNumber) {
    const field = message[number];
    if (field === undefined) {
      throw badRequest(`error decoding protobuf: field ${number} is not supported; send JSON instead`);
    }
    const [name, type] = field;
    const value = decodeField(type, values);
    // Go writes every string of a message, also those that are not set.
    if (value !== undefined && value !== '') {
      result[name] = value;
    }
  }
  return result;
};

/**
 * Reads a protobuf body of Kubernetes into the object that its JSON would be. Throws ApiError 415 for a kind that
 * is not read here, 400 for a body that is broken.
 */
export const decodeProtobuf = (body: Buffer): Record<string, unknown> => {
  if (!body.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw badRequest('error decoding protobuf: the body does not begin as Kubernetes protobuf does');
  }
  const envelope = readFields(body.subarray(MAGIC.length));
  const part = (wanted: number): Buffer => asBytes(envelope.find(({ number }) => number === wanted)?.value);
  const names = readFields(part(1));
  const text = (wanted: number): string =>
    asBytes(names.find(({ number }) => number === wanted)?.value).toString();
  const [apiVersion, kind] = [text(1), text(2)];
  const message = MESSAGES[`${apiVersion} ${kind}`];
  if (message === undefined) {
    throw new ApiError(
      415,
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types for ${kind} include: application/json, application/yaml`,
    );
  }
  return { apiVersion, kind, ...decodeMessage(message, part(2)) };
};
