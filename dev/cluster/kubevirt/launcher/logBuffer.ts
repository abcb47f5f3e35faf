import type { ContainerLog, LogLine } from '../../contract';

const CAPACITY = 5000;
/** The kubelet's limit for a termination message. */
const TAIL_LINES = 80;
const TAIL_BYTES = 2048;

/** A container's log: stores the latest lines and forwards new ones until it is closed. */
export class LogBuffer implements ContainerLog {
  private kept: LogLine[] = [];
  private readonly listeners = new Set<{ line: (line: LogLine) => void; closed: () => void }>();
  private ended = false;

  lines(): readonly LogLine[] {
    return this.kept;
  }

  /** The end of the log as a termination message: it may begin in the middle of a line. */
  tail(): string {
    const text = this.kept.slice(-TAIL_LINES).map((line) => `${line.text}\n`);
    return Buffer.from(text.join('')).subarray(-TAIL_BYTES).toString();
  }

  subscribe(listener: (line: LogLine) => void, closed: () => void): () => void {
    if (this.ended) {
      closed();
      return () => undefined;
    }
    const entry = { line: listener, closed };
    this.listeners.add(entry);
    return () => {
      this.listeners.delete(entry);
    };
  }

  write(text: string): void {
    const line = { time: new Date(), text };
    this.kept.push(line);
    if (this.kept.length > CAPACITY) {
      this.kept = this.kept.slice(-CAPACITY);
    }
    for (const { line: listener } of [...this.listeners]) {
      listener(line);
    }
  }

  /** One line as KubeVirt's components log: a JSON object with sorted keys. */
  writeJson(component: string, level: string, message: string, fields: Record<string, string> = {}): void {
    const entry: Record<string, string> = {
      ...fields,
      component,
      level,
      msg: message,
      timestamp: new Date().toISOString().replace('Z', '000Z'),
    };
    this.write(
      JSON.stringify(Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))),
    );
  }

  close(): void {
    this.ended = true;
    for (const { closed } of [...this.listeners]) {
      closed();
    }
    this.listeners.clear();
  }
}
