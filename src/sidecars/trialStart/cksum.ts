/** The table of the CRC of POSIX's cksum. */
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  }
  return value >>> 0;
});

/** The checksum that the POSIX command `cksum` prints for these bytes. */
export const cksum = (bytes: Uint8Array): number => {
  let crc = 0;
  const add = (byte: number): void => {
    crc = ((crc << 8) ^ (TABLE[((crc >>> 24) ^ byte) & 255] ?? 0)) >>> 0;
  };
  bytes.forEach(add);
  for (let rest = bytes.length; rest > 0; rest = Math.floor(rest / 256)) {
    add(rest & 255);
  }
  return ~crc >>> 0;
};
