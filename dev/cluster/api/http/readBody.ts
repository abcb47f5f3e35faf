import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { ApiError, badRequest } from '../../store/apiError';
import { decodeProtobuf, PROTOBUF_TYPE } from '../protobuf/decode';

const BODY_LIMIT_BYTES = 3 * 1024 * 1024;

const tooLarge = (): ApiError =>
  new ApiError(413, 'RequestEntityTooLarge', `Request entity too large: limit is ${BODY_LIMIT_BYTES}`);

const unzip = (bytes: Buffer): Buffer => {
  try {
    return gunzipSync(bytes, { maxOutputLength: BODY_LIMIT_BYTES });
  } catch {
    throw badRequest('the body could not be uncompressed, or is too large when it is');
  }
};

/** Reads a whole request body as text; protobuf becomes the JSON that it stands for. Throws ApiError 413 over 3 MiB. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Reads the rest of a body that is too large: a client that is still writing would not see the answer.
    if (size <= BODY_LIMIT_BYTES) {
      chunks.push(chunk);
    }
  }
  if (size > BODY_LIMIT_BYTES) {
    throw tooLarge();
  }
  const bytes = Buffer.concat(chunks);
  const plain = request.headers['content-encoding'] === 'gzip' ? unzip(bytes) : bytes;
  return request.headers['content-type']?.startsWith(PROTOBUF_TYPE) === true
    ? JSON.stringify(decodeProtobuf(plain))
    : plain.toString();
};
