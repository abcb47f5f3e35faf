import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What no recipe knows, in an own namespace and in none. */
const UNKNOWN = [
  '<other:thing xmlns:other="urn:other" a="1">text &amp; <other:more></other:more></other:thing>',
  '<unknown b="&quot;2&quot;">x</unknown>',
] as const;

/** A domain as KubeVirt gives it to a script, with one device of each kind that recipes change. */
export const DOMAIN = `<domain type="kvm" xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
  <name>shop_web * $HOME \\n</name>
  <memory unit="b">2147483648</memory>
  <os>
    <type arch="x86_64" machine="q35">hvm</type>
    <smbios mode="sysinfo"></smbios>
  </os>
  <sysinfo type="smbios">
    <system><entry name="manufacturer">Red Hat</entry><entry name="sku"></entry></system>
    <bios></bios>
    <baseBoard></baseBoard>
    <chassis></chassis>
  </sysinfo>
  ${UNKNOWN[0]}
  <devices>
    ${UNKNOWN[1]}
    <interface type="ethernet">
      <source></source>
      <target dev="tap0" managed="no"></target>
      <model type="virtio-non-transitional"></model>
      <driver name="vhost"></driver>
      <alias name="ua-default"></alias>
      <rom enabled="no"></rom>
    </interface>
    <interface type="ethernet">
      <target dev="placeholder-0" managed="no"></target>
      <model type="virtio-non-transitional"></model>
      <alias name="placeholder-0"></alias>
    </interface>
    <channel type="unix"><target name="org.qemu.guest_agent.0" type="virtio"></target></channel>
    <controller type="usb" index="0" model="none"></controller>
    <controller type="pci" index="0" model="pcie-root"></controller>
    <video><model type="vga" heads="1" vram="16384"></model></video>
    <watchdog model="itco" action="reset"></watchdog>
    <disk device="disk" type="file" model="virtio-non-transitional">
      <source file="/disks/root.qcow2"></source>
      <target bus="virtio" dev="vda"></target>
      <driver cache="none" error_policy="stop" name="qemu" type="qcow2" discard="unmap"></driver>
      <alias name="ua-root"></alias>
      ${UNKNOWN[1]}
    </disk>
    <disk device="disk" type="file">
      <source file="/disks/data.img"></source>
      <target bus="scsi" dev="sda"></target>
      <driver cache="none" name="qemu" type="raw"></driver>
      <alias name="ua-data"></alias>
    </disk>
    <disk device="cdrom" type="file">
      <source file="/disks/cd.iso"></source>
      <target bus="sata" dev="sdb" tray="closed"></target>
      <driver name="qemu" type="raw"></driver>
      <alias name="ua-cd"></alias>
    </disk>
    <hostdev type="pci" managed="no" mode="subsystem">
      <source><address type="pci" domain="0x0000" bus="0x65" slot="0x00" function="0x0"></address></source>
      <alias name="ua-gpu-gpu1"></alias>
    </hostdev>
  </devices>
  <metadata><kubevirt xmlns="http://kubevirt.io"><uid>u</uid></kubevirt></metadata>
  <features><acpi></acpi></features>
  <cpu mode="host-passthrough"><topology sockets="1" cores="2" threads="1"></topology></cpu>
  <vcpu placement="static">2</vcpu>
</domain>
`;

/** Without anything that recipes look for. */
export const BARE_DOMAIN = `<domain type="kvm"><name>bare</name></domain>`;

export const CLOUD_INIT = JSON.stringify({
  DataSource: 'noCloud',
  NoCloudMetaData: { 'instance-id': 'web.shop', 'local-hostname': 'web' },
  ConfigDriveMetaData: null,
  UserData: '#cloud-config\npassword: "a\\b"\nusers: [default]\n',
  NetworkData: 'version: 2\n',
  DevicesData: null,
  VolumeName: 'cloudinit',
  Unknown: { a: ['ü'] },
});

const recordings = resolve(import.meta.dirname, '../../../../../shared/data');

/** Inputs that KubeVirt gave to scripts; empty where the recordings are not there. */
export const recordedDomains = (): string[] =>
  [
    'hook-calls/kubevirt-1.8.4-x86_64-call-1-input.xml',
    'hook-calls/kubevirt-1.8.4-x86_64-call-2-input.xml',
    'domain-xml/kubevirt-converter-x86_64.xml',
  ]
    .map((file) => resolve(recordings, file))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
