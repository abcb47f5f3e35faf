import { t } from '../../findings/finding';
import { celDevice, celFields } from '../cel';
import type { Recipe } from '../recipe';
import { equals } from '../xpath';

export const vncClipboard: Recipe = {
  id: 'vncClipboard',
  version: 1,
  title: t('Clipboard of the VNC console'),
  does: t('Lets you copy and paste between the VNC console and the guest.'),
  category: 'display',
  hookPoint: 'onDefineDomain',
  parameters: [],
  change: `def change(domain):
    devices = child(domain, "devices")
    agents = [
        channel
        for channel in devices.findall("channel")
        if channel.find("target") is not None and channel.find("target").get("name") == "com.redhat.spice.0"
    ]
    agent = agents[0] if agents else ET.SubElement(devices, "channel")
    agent.set("type", "qemu-vdagent")
    source = child(agent, "source")
    child(source, "clipboard").set("copypaste", "yes")
    child(source, "mouse").set("mode", "client")
    target = child(agent, "target")
    target.set("type", "virtio")
    target.set("name", "com.redhat.spice.0")
    child(agent, "alias").set("name", "ua-clipboard")
`,
  caveats: [
    t('The guest needs spice-vdagent.'),
    t('Only VNC clients that know the extended clipboard use it.'),
  ],
  documentation: 'https://libvirt.org/formatdomain.html#consoles-serial-parallel-channel-devices',
  expectations: () => [
    equals('/domain/devices/channel[@type="qemu-vdagent"]/source/clipboard/@copypaste', 'yes'),
    equals('/domain/devices/channel[@type="qemu-vdagent"]/target/@name', 'com.redhat.spice.0'),
  ],
  guestCommand: 'cat /sys/class/virtio-ports/*/name',
  // Between two calls KubeVirt loses a channel's alias and clipboard.
  cel: () =>
    celDevice(
      'Channels',
      'has(d.Target) && has(d.Target.VirtIO) && d.Target.VirtIO.Name == "com.redhat.spice.0"',
      `DomainChannel{${celFields({
        Source:
          'DomainChardevSource{QEMUVDAgent: DomainChardevSourceQEMUVDAgent{Mouse: DomainChardevSourceQEMUVDAgentMouse{Mode: "client"}, ClipBoard: DomainChardevSourceQEMUVDAgentClipBoard{CopyPaste: "yes"}}}',
        Target: 'DomainChannelTarget{VirtIO: DomainChannelTargetVirtIO{Name: "com.redhat.spice.0"}}',
        Alias: 'DomainAlias{Name: "ua-clipboard"}',
      })}}`,
    ),
};
