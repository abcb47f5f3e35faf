interface LineWriter {
  push: (chunk: Uint8Array | string) => Promise<void>;
  /** Passes on what is left of the last line. */
  end: () => void;
}

/** Passes the lines of a program's output on. A chunk may end within a line or a character. */
export const lineWriter = (write: (line: string) => void): LineWriter => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  const take = (text: string): void => {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(write);
  };
  return {
    push: (chunk) => {
      take(decoder.decode(Buffer.from(chunk as Uint8Array), { stream: true }));
      return Promise.resolve();
    },
    end: () => {
      take(decoder.decode());
      if (rest !== '') {
        write(rest);
      }
    },
  };
};
