import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';

/** KubeVirt's protocol for consoles: raw bytes in both directions. */
const PROTOCOL = 'plain.kubevirt.io';

export type ConnectionState = 'connecting' | 'open' | 'ended' | 'refused';

/** Shows an instance's serial console in an element until the returned function is called. */
export const openTerminal = (
  element: HTMLElement,
  instance: { namespace: string; name: string },
  onState: (state: ConnectionState) => void,
): (() => void) => {
  const terminal = new Terminal({ cursorBlink: true, screenReaderMode: true, rows: 28 });
  terminal.open(element);
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  const path = `/api/kubernetes/apis/subresources.kubevirt.io/v1/namespaces/${instance.namespace}/virtualmachineinstances/${instance.name}/console`;
  const socket = new WebSocket(`${scheme}://${window.location.host}${path}`, [PROTOCOL]);
  socket.binaryType = 'arraybuffer';
  let opened = false;
  let left = false;
  const typed = new TextEncoder();
  socket.addEventListener('open', () => {
    opened = true;
    onState('open');
    terminal.focus();
    // The login prompt was printed before the console opened; this makes the guest print it again.
    socket.send(typed.encode('\r'));
  });
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data instanceof ArrayBuffer) {
      terminal.write(new Uint8Array(data));
    }
  });
  socket.addEventListener('close', () => {
    if (!left) {
      onState(opened ? 'ended' : 'refused');
    }
  });
  terminal.onData((text) => {
    if (socket.readyState === WebSocket.OPEN) {
      socket.send(typed.encode(text));
    }
  });
  return () => {
    left = true;
    socket.close();
    terminal.dispose();
  };
};
