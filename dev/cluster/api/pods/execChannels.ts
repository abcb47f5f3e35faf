/** The channels of a remote command, by the first byte (or digit) of each message. */
export const CHANNELS = { stdin: 0, stdout: 1, stderr: 2, status: 3, resize: 4 } as const;

/** v5: a message on this channel closes the channel that its payload names. */
const CLOSE_CHANNEL = 255;

type ChannelMessage =
  { kind: 'data'; channel: number; payload: Uint8Array } | { kind: 'close'; channel: number };

export interface ChannelProtocol {
  name: string;
  encode: (channel: number, payload: Uint8Array) => Buffer | string;
  /** Undefined for a message that is none of the protocol. */
  decode: (message: Buffer) => ChannelMessage | undefined;
}

const binary = (name: string, closes: boolean): ChannelProtocol => ({
  name,
  encode: (channel, payload) => Buffer.concat([Buffer.of(channel), payload]),
  decode: (message) => {
    const [channel, closed] = message;
    if (channel === CLOSE_CHANNEL && closes) {
      return closed === undefined ? undefined : { kind: 'close', channel: closed };
    }
    return channel === undefined ? undefined : { kind: 'data', channel, payload: message.subarray(1) };
  },
});

/** As text: the digit of the channel, then base64. */
const base64 = (name: string): ChannelProtocol => ({
  name,
  encode: (channel, payload) => `${channel}${Buffer.from(payload).toString('base64')}`,
  decode: (message) => {
    const text = message.toString('latin1');
    const channel = Number(text.charAt(0) || Number.NaN);
    return Number.isNaN(channel)
      ? undefined
      : { kind: 'data', channel, payload: Buffer.from(text.slice(1), 'base64') };
  },
});

const PROTOCOLS: readonly ChannelProtocol[] = [
  binary('v5.channel.k8s.io', true),
  binary('v4.channel.k8s.io', false),
  binary('channel.k8s.io', false),
  base64('v4.base64.channel.k8s.io'),
  base64('base64.channel.k8s.io'),
];

/** The first of the offered protocols that is spoken here. A client that offers none speaks the oldest. */
export const chooseProtocol = (offered: readonly string[]): ChannelProtocol | undefined =>
  offered.length === 0
    ? PROTOCOLS.find(({ name }) => name === 'channel.k8s.io')
    : offered
        .map((name) => PROTOCOLS.find((known) => known.name === name))
        .find((known) => known !== undefined);
